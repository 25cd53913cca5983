package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Training jobs that are invocations of a function, each with an object in the lake that says how
/// it stands: written here when it starts, by the function when it ends.
record FunctionTrainingJobs(
        LakeObjects lake, LambdaEvents lambda, String lakeBucket, String functionName)
        implements TrainingJobs {
    private static final JsonMapper JSON = new JsonMapper();

    /// The function's own limit is 15 minutes.
    private static final Duration LONGEST = Duration.ofMinutes(20);

    @Override
    public Start start(TrainingJob job, Instant now) {
        String key = key(job.name());
        if (!lake.putOnce(key, status(job.name(), "InProgress", now, Optional.empty()))) {
            return Start.NAME_TAKEN;
        }
        try {
            lambda.invoke(functionName, bytes(TrainingJobJson.of(job, lakeBucket)));
        } catch (AwsCallFailedException e) {
            // Else it would count as running for a while.
            lake.put(key, status(job.name(), "Failed", now, Optional.ofNullable(e.getMessage())));
            throw e;
        }
        return Start.STARTED;
    }

    @Override
    public Status statusOf(String jobName, Instant now) {
        Optional<byte[]> found = lake.find(key(jobName));
        if (found.isEmpty()) {
            return Status.UNKNOWN;
        }
        try {
            JsonNode job = JSON.readTree(found.get());
            return switch (job.path("TrainingJobStatus").asText()) {
                case "Completed" -> Status.GOOD;
                case "InProgress" -> stillRuns(job, now);
                default -> Status.ENDED_WITHOUT_RESULT;
            };
        } catch (IOException | DateTimeException e) {
            throw new AwsCallFailedException(
                    "%s says nothing about a job: %s".formatted(key(jobName), e.getMessage()), e);
        }
    }

    private static Status stillRuns(JsonNode job, Instant now) {
        Instant started = Instant.parse(job.path("StartedAt").asText());
        return Duration.between(started, now).compareTo(LONGEST) > 0
                ? Status.ENDED_WITHOUT_RESULT
                : Status.GOOD;
    }

    static String key(String jobName) {
        return "training/jobs/%s.json".formatted(jobName);
    }

    private static byte[] status(
            String jobName, String status, Instant started, Optional<String> failureReason) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("TrainingJobName", jobName)
                        .put("TrainingJobStatus", status)
                        .put("StartedAt", started.toString());
        failureReason.ifPresent(reason -> json.put("FailureReason", reason));
        return bytes(json);
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
