package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Set;

/// The training jobs of SageMaker.
///
/// See <https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html> and
/// API_DescribeTrainingJob.html there.
record SageMakerTrainingJobs(
        SageMakerApi api, String lakeBucket, TrainingBackend.SageMaker settings)
        implements TrainingJobs {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> WITHOUT_RESULT = Set.of("Failed", "Stopped");

    @Override
    public Start start(TrainingJob job, Instant now) {
        SageMakerApi.Answer answer =
                api.call(
                        "CreateTrainingJob",
                        TrainingJobJson.ofSageMaker(job, lakeBucket, settings));
        // "Training job names must be unique within an AWS account and region".
        if (answer.isRefusal("ResourceInUse")) {
            return Start.NAME_TAKEN;
        }
        answer.requireSuccess("Starting training job " + job.name());
        return Start.STARTED;
    }

    @Override
    public Status statusOf(String jobName, Instant now) {
        SageMakerApi.Answer answer =
                api.call(
                        "DescribeTrainingJob",
                        JSON.createObjectNode().put("TrainingJobName", jobName));
        if (isUnknown(answer)) {
            return Status.UNKNOWN;
        }
        JsonNode job = answer.requireSuccess("Describing training job " + jobName);
        return WITHOUT_RESULT.contains(job.path("TrainingJobStatus").asText())
                ? Status.ENDED_WITHOUT_RESULT
                : Status.GOOD;
    }

    /// The reference names ResourceNotFound; what SageMaker has been seen to answer is a
    /// ValidationException that says "Requested resource not found.".
    private static boolean isUnknown(SageMakerApi.Answer answer) {
        return answer.isRefusal("ResourceNotFound")
                || answer.isRefusal("ValidationException")
                        && answer.message().contains("resource not found");
    }
}
