package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;

/// The training jobs of SageMaker.
///
/// See <https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html> and
/// API_DescribeTrainingJob.html there.
final class SageMakerTrainingJobs implements TrainingJobs {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> WITHOUT_RESULT = Set.of("Failed", "Stopped");

    private final SageMakerApi api;
    private final TrainTriggerSettings settings;

    SageMakerTrainingJobs(SageMakerApi api, TrainTriggerSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    @Override
    public Start start(TrainingJob job) {
        SageMakerApi.Answer answer =
                api.call("CreateTrainingJob", TrainingJobJson.of(job, settings));
        // "Training job names must be unique within an AWS account and region".
        if (answer.isRefusal("ResourceInUse")) {
            return Start.NAME_TAKEN;
        }
        answer.requireSuccess("Starting training job " + job.name());
        return Start.STARTED;
    }

    @Override
    public Status statusOf(String jobName) {
        SageMakerApi.Answer answer =
                api.call(
                        "DescribeTrainingJob",
                        JSON.createObjectNode().put("TrainingJobName", jobName));
        JsonNode job = answer.requireSuccess("Describing training job " + jobName);
        return WITHOUT_RESULT.contains(job.path("TrainingJobStatus").asText())
                ? Status.ENDED_WITHOUT_RESULT
                : Status.GOOD;
    }
}
