package dev.bellwether.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.child.ChildException;
import dev.bellwether.local.training.TrainingRunner.End;
import dev.bellwether.local.wire.AwsErrorException;
import dev.bellwether.local.wire.S3Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One job from its input in S3 to its output there.
///
/// Exit code 0 is success; otherwise `output/failure` tells why:
/// <https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-training-signal-success-failure.html>.
record JobRun(Path folder, TrainingRunner runner, S3Client s3) {
    private static final int MOST_REASON_CHARACTERS = 1024;
    private static final int FIRST_SIGNAL = 128;

    TrainingJob toItsEnd(TrainingJob job) {
        MlFolder ml = new MlFolder(folder.resolve(job.name()));
        try {
            ml.layOut(job.request(), s3);
            End end = runner.run(run(job, ml.root()));
            copyCheckpoints(job, ml);
            return switch (end) {
                case End.Exited(int code) when code == 0 ->
                        completed(job, ml, "Completed", "Completed");
                // A signal: SIGKILL from outside, or the end of the whole run.
                case End.Exited(int code) when code > FIRST_SIGNAL ->
                        interrupted(job, "ended by signal " + (code - FIRST_SIGNAL));
                case End.Exited(int code) ->
                        job.ended("Failed", "Failed", Optional.of(failureReason(ml, code)));
                case End.Lost(String reason) -> interrupted(job, reason);
                case End.LimitPassed() -> completed(job, ml, "Stopped", "MaxRuntimeExceeded");
            };
        } catch (AwsErrorException | IllegalArgumentException e) {
            return job.ended("Failed", "Failed", Optional.of("ClientError: " + e.getMessage()));
        } catch (IOException | UncheckedIOException | ChildException e) {
            return interrupted(job, String.valueOf(e.getMessage()));
        }
    }

    /// Not the job's fault, as when the engine of S3 has gone: it stays in progress and the next
    /// run of this state folder begins it anew.
    private static TrainingJob interrupted(TrainingJob job, String reason) {
        return job.ended("InProgress", "Interrupted", Optional.of(reason));
    }

    private static TrainingRunner.Run run(TrainingJob job, Path root) {
        JsonNode request = job.request();
        Map<String, String> environment = new HashMap<>();
        request.path("Environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        environment.put("TRAINING_JOB_NAME", job.name());
        environment.put("TRAINING_JOB_ARN", job.arn());
        environment.put("BELLWETHER_ML_ROOT", root.toString());
        return new TrainingRunner.Run(
                job.name(),
                request.path("AlgorithmSpecification").path("TrainingImage").asText(),
                root,
                Map.copyOf(environment),
                // A day is SageMaker's default.
                Duration.ofSeconds(
                        request.path("StoppingCondition")
                                .path("MaxRuntimeInSeconds")
                                .asLong(86_400)));
    }

    private static String failureReason(MlFolder ml, int code) throws IOException {
        String reason = "AlgorithmError: " + ml.failure().orElse("") + ", exit code: " + code;
        return reason.substring(0, Math.min(reason.length(), MOST_REASON_CHARACTERS));
    }

    /// What a stopped container left in `model/` is kept as well.
    private TrainingJob completed(
            TrainingJob job, MlFolder ml, String status, String secondaryStatus)
            throws IOException {
        pack(ml.model(), job.output("model.tar.gz"));
        if (!isEmpty(ml.outputData())) {
            pack(ml.outputData(), job.output("output.tar.gz"));
        }
        ml.delete();
        return job.ended(status, secondaryStatus, Optional.empty());
    }

    private void pack(Path packed, S3Uri target) throws IOException {
        s3.put(target.bucket(), target.key(), TarGz.of(packed));
    }

    /// SageMaker keeps a job's checkpoint folder and its place in S3 alike:
    /// <https://docs.aws.amazon.com/sagemaker/latest/dg/model-checkpoints.html>. Here that is done
    /// once, at the end.
    private void copyCheckpoints(TrainingJob job, MlFolder ml) throws IOException {
        JsonNode target = job.request().path("CheckpointConfig").path("S3Uri");
        if (target.isMissingNode()) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(ml.checkpoints())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = ml.checkpoints().relativize(file).toString().replace('\\', '/');
            S3Uri object = S3Uri.parse(target.asText()).resolve(name);
            s3.put(object.bucket(), object.key(), Files.readAllBytes(file));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
