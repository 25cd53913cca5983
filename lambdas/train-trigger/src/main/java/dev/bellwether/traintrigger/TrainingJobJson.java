package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.lake.TrainingSnapshot;

/// A training job as SageMaker's CreateTrainingJob takes it, and the training function too.
final class TrainingJobJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VOLUME_GIGABYTES = 10;
    private static final int LONGEST_SECONDS = 3600;
    private static final String HORIZON_SESSIONS = "1";

    private TrainingJobJson() {}

    /// What both need to know.
    static ObjectNode of(TrainingJob job, String lakeBucket) {
        TrainingSnapshot snapshot = job.snapshot();
        ObjectNode request = JSON.createObjectNode().put("TrainingJobName", job.name());
        request.putObject("AlgorithmSpecification").put("TrainingInputMode", "File");
        ArrayNode channels = request.putArray("InputDataConfig");
        channel(channels, "bars", lakeBucket, snapshot.barsPrefix());
        channel(channels, "facts", lakeBucket, snapshot.factsPrefix());
        request.putObject("OutputDataConfig")
                .put("S3OutputPath", "s3://%s/models/".formatted(lakeBucket));
        // No time of this run is among them: another attempt makes the same forecast.
        request.putObject("HyperParameters")
                .put("run_day", job.day().toString())
                .put("known_at", snapshot.knownAt().toString())
                .put("data_sha256", snapshot.sha256())
                .put("lake_bucket", lakeBucket)
                .put("horizon_sessions", HORIZON_SESSIONS)
                .put("seed", Long.toString(job.day().toEpochDay()));
        return request;
    }

    /// With what only a container needs.
    static ObjectNode ofSageMaker(
            TrainingJob job, String lakeBucket, TrainingBackend.SageMaker settings) {
        ObjectNode request = of(job, lakeBucket);
        ((ObjectNode) request.path("AlgorithmSpecification"))
                .put("TrainingImage", settings.trainingImage());
        request.put("RoleArn", settings.trainingRoleArn());
        request.putObject("ResourceConfig")
                .put("InstanceType", settings.instanceType())
                .put("InstanceCount", 1)
                .put("VolumeSizeInGB", VOLUME_GIGABYTES);
        request.putObject("StoppingCondition").put("MaxRuntimeInSeconds", LONGEST_SECONDS);
        // The job writes its predictions into the lake itself.
        return request.put("EnableNetworkIsolation", false);
    }

    private static void channel(ArrayNode channels, String name, String bucket, String prefix) {
        channels.addObject()
                .put("ChannelName", name)
                .putObject("DataSource")
                .putObject("S3DataSource")
                .put("S3DataType", "S3Prefix")
                .put("S3Uri", "s3://%s/%s".formatted(bucket, prefix))
                .put("S3DataDistributionType", "FullyReplicated");
    }
}
