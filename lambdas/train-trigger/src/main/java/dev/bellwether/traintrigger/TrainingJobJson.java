package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.lake.LakeLayout;

/// A training job as SageMaker's CreateTrainingJob takes it.
final class TrainingJobJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VOLUME_GIGABYTES = 10;
    private static final int LONGEST_SECONDS = 3600;
    private static final String HORIZON_SESSIONS = "1";

    private TrainingJobJson() {}

    static ObjectNode of(TrainingJob job, TrainTriggerSettings settings) {
        ObjectNode request = JSON.createObjectNode().put("TrainingJobName", job.name());
        request.putObject("AlgorithmSpecification")
                .put("TrainingImage", settings.trainingImage())
                .put("TrainingInputMode", "File");
        request.put("RoleArn", settings.trainingRoleArn());
        request.putArray("InputDataConfig")
                .addObject()
                .put("ChannelName", "bars")
                .putObject("DataSource")
                .putObject("S3DataSource")
                .put("S3DataType", "S3Prefix")
                .put(
                        "S3Uri",
                        "s3://%s/%s".formatted(settings.lakeBucket(), LakeLayout.DAILY_BARS_PREFIX))
                .put("S3DataDistributionType", "FullyReplicated");
        request.putObject("OutputDataConfig")
                .put("S3OutputPath", "s3://%s/models/".formatted(settings.lakeBucket()));
        request.putObject("ResourceConfig")
                .put("InstanceType", settings.instanceType())
                .put("InstanceCount", 1)
                .put("VolumeSizeInGB", VOLUME_GIGABYTES);
        request.putObject("StoppingCondition").put("MaxRuntimeInSeconds", LONGEST_SECONDS);
        // The job writes its predictions into the lake itself.
        request.put("EnableNetworkIsolation", false);
        request.putObject("HyperParameters")
                .put("run_day", job.runDay().toString())
                .put("created_at", job.createdAt().toString())
                .put("lake_bucket", settings.lakeBucket())
                .put("horizon_sessions", HORIZON_SESSIONS)
                .put("seed", Long.toString(job.runDay().toEpochDay()));
        return request;
    }
}
