package dev.bellwether.local.glue;

/// Told what a job does.
public interface GlueListener {
    /// A run started or ended.
    void changed(JobRun run);

    /// A line that the job printed.
    void printed(String job, String line);
}
