package dev.bellwether.local;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.glue.GlueJobs;
import dev.bellwether.local.glue.GlueListener;
import dev.bellwether.local.glue.GlueSettings;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.template.GlueJob;
import java.util.Map;

/// Runs jobs over what a run has left in its state folder, without a run and without its engines.
public final class LocalJobs {
    private LocalJobs() {}

    /// Runs a job to its end. The state folder is this process's in the meantime.
    ///
    /// @param arguments instead of the job's default ones, `--key` to value
    /// @param first done before, with the folder in hand
    /// @throws StateInUseException if a run has the state folder
    public static JobRun run(
            GlueSettings settings,
            GlueJob job,
            Map<String, String> arguments,
            Runnable first,
            GlueListener listener) {
        try (StateLock _ = StateLock.of(settings.state());
                Supervisor supervisor =
                        Supervisor.start(
                                settings.java(),
                                settings.state().resolve("logs/jobs-supervisor.log"));
                GlueJobs jobs = new GlueJobs(supervisor, settings, listener)) {
            first.run();
            return jobs.run(job, arguments);
        }
    }
}
