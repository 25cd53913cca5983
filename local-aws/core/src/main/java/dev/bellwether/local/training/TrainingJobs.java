package dev.bellwether.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.endpoint.Answer;
import dev.bellwether.local.endpoint.Call;
import dev.bellwether.local.endpoint.ThinService;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.S3Client;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// SageMaker's CreateTrainingJob and DescribeTrainingJob.
///
/// Jobs survive in the state folder; one that a kill found in progress is run again from its
/// beginning. A name is taken for good: a second job of it is refused, which is what makes a start
/// happen once.
public final class TrainingJobs implements ThinService, AutoCloseable {
    private final JobFiles files;
    private final JobRun run;
    private final InstantSource clock;
    private final Consumer<TrainingJob> listener;
    private final Map<String, TrainingJob> jobs = new ConcurrentSkipListMap<>();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param folder of the jobs' files, and of the scratch folders of running ones
    /// @param listener told of each job when it starts and when it ends
    public TrainingJobs(
            Path folder,
            TrainingRunner runner,
            S3Client s3,
            InstantSource clock,
            Consumer<TrainingJob> listener) {
        this.files = new JobFiles(folder);
        this.run = new JobRun(folder, runner, s3);
        this.clock = clock;
        this.listener = listener;
        files.read().forEach(job -> jobs.put(job.name(), job));
    }

    /// Runs again what an earlier process did not finish.
    public synchronized void resume() {
        jobs.values().stream().filter(TrainingJob::isInProgress).forEach(this::start);
    }

    @Override
    public String signingName() {
        return "sagemaker";
    }

    @Override
    public Set<String> actions() {
        return Set.of("CreateTrainingJob", "DescribeTrainingJob");
    }

    @Override
    public Answer answer(Call call) {
        JsonNode request = Json.parse(call.body());
        return call.action().equals("CreateTrainingJob") ? create(request) : describe(request);
    }

    private synchronized Answer create(JsonNode request) {
        var fault = JobRequest.fault(request);
        if (fault.isPresent()) {
            return Answer.jsonError(400, "ValidationException", fault.get());
        }
        TrainingJob job = TrainingJob.started(request, clock.instant());
        if (jobs.containsKey(job.name())) {
            return Answer.jsonError(
                    400,
                    "ResourceInUse",
                    "Training job names must be unique within an AWS account and region, and a training job with this name already exists (%s)"
                            .formatted(job.arn()));
        }
        files.write(job);
        jobs.put(job.name(), job);
        start(job);
        return Answer.json(Json.object().put("TrainingJobArn", job.arn()));
    }

    private Answer describe(JsonNode request) {
        @Nullable TrainingJob job = jobs.get(request.path("TrainingJobName").asText());
        return job == null
                ? Answer.jsonError(400, "ResourceNotFound", "Requested resource not found.")
                : Answer.json(job.describe());
    }

    private void start(TrainingJob job) {
        listener.accept(job);
        running.add(
                CompletableFuture.runAsync(
                        () -> {
                            TrainingJob ended = run.toItsEnd(job);
                            files.write(ended);
                            jobs.put(ended.name(), ended);
                            listener.accept(ended);
                        },
                        threads));
    }

    /// Returns when no job is in progress.
    ///
    /// @return whether one was started since the last call
    public boolean awaitAll() {
        List<CompletableFuture<Void>> jobsNow;
        synchronized (this) {
            jobsNow = List.copyOf(running);
            running.clear();
        }
        jobsNow.forEach(CompletableFuture::join);
        return !jobsNow.isEmpty();
    }

    /// All jobs of the state folder by name.
    public List<TrainingJob> all() {
        return List.copyOf(jobs.values());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
