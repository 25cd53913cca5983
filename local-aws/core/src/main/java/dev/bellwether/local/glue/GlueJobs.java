package dev.bellwether.local.glue;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.template.GlueJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Glue's StartJobRun: a process for each run, at most one a job, tried again as often as the job
/// says.
///
/// A run that a kill ends is not taken up again; the next start does all of its work.
public final class GlueJobs implements AutoCloseable {
    private final JobProcess process;
    private final GlueListener listener;
    private final Set<String> busy = new HashSet<>();
    private final List<CompletableFuture<Void>> started = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param listener told of each run when it starts and when it ends, and of what it prints
    public GlueJobs(Supervisor supervisor, GlueSettings settings, GlueListener listener) {
        this.process = new JobProcess(supervisor, settings, listener);
        this.listener = listener;
    }

    /// Starts a run and returns; a job that runs already is told to fail, as with Glue's limit of
    /// one run at a time.
    ///
    /// @param arguments instead of the job's default ones, `--key` to value
    public synchronized void start(GlueJob job, Map<String, String> arguments) {
        started.add(CompletableFuture.runAsync(() -> run(job, arguments), threads));
    }

    /// Runs a job to its end.
    ///
    /// @param arguments instead of the job's default ones, `--key` to value
    public JobRun run(GlueJob job, Map<String, String> arguments) {
        synchronized (busy) {
            if (!busy.add(job.name())) {
                JobRun refused =
                        new JobRun(
                                job.name(),
                                "",
                                "FAILED",
                                "ConcurrentRunsExceededException: it runs already",
                                Duration.ZERO);
                listener.changed(refused);
                return refused;
            }
        }
        try {
            return tried(job, arguments);
        } finally {
            synchronized (busy) {
                busy.remove(job.name());
            }
        }
    }

    private JobRun tried(GlueJob job, Map<String, String> arguments) {
        String first = "jr_" + UUID.randomUUID().toString().replace("-", "");
        for (int attempt = 0; ; attempt++) {
            long start = System.nanoTime();
            String id = attempt == 0 ? first : first + "_attempt_" + attempt;
            listener.changed(new JobRun(job.name(), id, "RUNNING", "", Duration.ZERO));
            JobProcess.End end = process.run(job, arguments);
            boolean again = end.state().equals("FAILED") && attempt < job.maxRetries();
            JobRun run =
                    new JobRun(
                            job.name(),
                            id,
                            again ? "RETRIED" : end.state(),
                            end.message(),
                            Duration.ofNanos(System.nanoTime() - start));
            listener.changed(run);
            if (!again) {
                return run;
            }
        }
    }

    /// Returns when no run is in progress.
    ///
    /// @return whether one was started since the last call
    public boolean awaitAll() {
        List<CompletableFuture<Void>> runs;
        synchronized (this) {
            runs = List.copyOf(started);
            started.clear();
        }
        runs.forEach(CompletableFuture::join);
        return !runs.isEmpty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
