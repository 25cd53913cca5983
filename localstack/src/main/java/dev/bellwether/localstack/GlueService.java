package dev.bellwether.localstack;

import dev.bellwether.local.RunEvent;
import dev.bellwether.local.RunListener;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.glue.GlueJobs;
import dev.bellwether.local.glue.GlueListener;
import dev.bellwether.local.glue.GlueSettings;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.template.GlueJob;
import java.nio.file.Path;
import java.util.Map;

/// Glue's job runs, which LocalStack has not: a process of this machine over a copy of the lake,
/// which then goes back into LocalStack's S3.
public final class GlueService implements AutoCloseable {
    private final GlueSettings settings;
    private final Supervisor supervisor;
    private final GlueJobs jobs;

    private GlueService(GlueSettings settings, Supervisor supervisor, RunListener listener) {
        this.settings = settings;
        this.supervisor = supervisor;
        this.jobs = new GlueJobs(supervisor, settings, new Told(listener));
    }

    /// @param home the project's root folder, with built modules
    /// @param java executable of the JDK that jobs run on
    /// @param folder takes the copies of the lake and the logs
    /// @param listener told of each run, and of what it prints
    public static GlueService start(Path home, Path java, Path folder, RunListener listener) {
        return new GlueService(
                new GlueSettings(home, java, folder),
                Supervisor.start(java, folder.resolve("logs/glue-supervisor.log")),
                listener);
    }

    /// Runs a job to its end; what it wrote is in the bucket then.
    JobRun run(GlueJob job, Map<String, String> arguments, DeployedLake lake) {
        BucketCopy copy = lake.copy(settings.state().resolve("s3"));
        copy.out();
        Map<String, BucketCopy.Look> before = copy.looks();
        JobRun run = jobs.run(job, arguments);
        copy.back(before);
        return run;
    }

    @Override
    public void close() {
        try {
            jobs.close();
        } finally {
            supervisor.close();
        }
    }

    private record Told(RunListener listener) implements GlueListener {
        @Override
        public void changed(JobRun run) {
            listener.accept(new RunEvent.Job(run));
        }

        @Override
        public void printed(String job, String line) {
            listener.accept(new RunEvent.JobPrinted(job, line));
        }
    }
}
