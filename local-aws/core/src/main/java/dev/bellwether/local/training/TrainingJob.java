package dev.bellwether.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A training job as DescribeTrainingJob shows it.
///
/// @param request of CreateTrainingJob
/// @param status `InProgress`, `Completed`, `Failed` or `Stopped`
/// @param failureReason why it failed, or what interrupted it
public record TrainingJob(
        JsonNode request,
        String status,
        String secondaryStatus,
        Instant created,
        Optional<String> failureReason) {
    static TrainingJob started(JsonNode request, Instant now) {
        return new TrainingJob(request, "InProgress", "Starting", now, Optional.empty());
    }

    TrainingJob ended(String newStatus, String newSecondaryStatus, Optional<String> reason) {
        return new TrainingJob(request, newStatus, newSecondaryStatus, created, reason);
    }

    public String name() {
        return request.path("TrainingJobName").asText();
    }

    public String arn() {
        return Arn.local("sagemaker", "training-job/" + name()).toString();
    }

    public boolean isInProgress() {
        return status.equals("InProgress");
    }

    /// Where the model of a completed job lies, `s3://.../<job>/output/model.tar.gz`.
    public String modelArtifact() {
        return output("model.tar.gz").toString();
    }

    S3Uri output(String file) {
        return S3Uri.parse(request.path("OutputDataConfig").path("S3OutputPath").asText())
                .resolve(name() + "/output/" + file);
    }

    /// Members:
    /// <https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html>.
    public ObjectNode describe() {
        ObjectNode description = Json.object();
        description.setAll((ObjectNode) request.deepCopy());
        description.remove("Environment"); // may hold what is not to be shown
        description.put("TrainingJobArn", arn());
        description.put("TrainingJobStatus", status);
        description.put("SecondaryStatus", secondaryStatus);
        description.put("CreationTime", BigDecimal.valueOf(created.toEpochMilli(), 3));
        description.putObject("ModelArtifacts").put("S3ModelArtifacts", modelArtifact());
        failureReason.ifPresent(reason -> description.put("FailureReason", reason));
        return description;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("status", status);
        json.put("secondaryStatus", secondaryStatus);
        json.put("created", created.toString());
        failureReason.ifPresent(reason -> json.put("failureReason", reason));
        json.set("request", request);
        return json;
    }

    static TrainingJob fromJson(JsonNode json) {
        JsonNode reason = json.path("failureReason");
        return new TrainingJob(
                json.path("request"),
                json.path("status").asText(),
                json.path("secondaryStatus").asText(),
                Instant.parse(json.path("created").asText()),
                reason.isTextual() ? Optional.of(reason.asText()) : Optional.empty());
    }
}
