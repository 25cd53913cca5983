package dev.bellwether.local.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.training.TrainingJob;
import dev.bellwether.local.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Events in the form in which AWS's services send them.
///
/// See <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html>.
public final class ServiceEvents {
    private ServiceEvents() {}

    /// The end of a run of a Glue job:
    /// <https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html>.
    ///
    /// @param time market time
    public static ObjectNode glueJobEnded(JobRun run, Instant time) {
        ObjectNode event = envelope("Glue Job State Change", "aws.glue", time);
        event.putArray("resources");
        event.putObject("detail")
                .put("jobName", run.job())
                .put("severity", severity(run.state()))
                .put("state", run.state())
                .put("jobRunId", run.id())
                .put("message", message(run));
        return event;
    }

    private static String severity(String state) {
        return switch (state) {
            case "FAILED" -> "ERROR";
            case "TIMEOUT" -> "WARN";
            default -> "INFO";
        };
    }

    private static String message(JobRun run) {
        return run.isSucceeded() ? "Job run succeeded" : run.message();
    }

    /// A new state of a training job:
    /// <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>.
    ///
    /// @param time market time
    public static ObjectNode trainingJobChanged(TrainingJob job, Instant time) {
        ObjectNode event = envelope("SageMaker Training Job State Change", "aws.sagemaker", time);
        event.putArray("resources").add(job.arn());
        event.set("detail", job.describe().put("CreationTime", job.created().toEpochMilli()));
        return event;
    }

    private static ObjectNode envelope(String detailType, String source, Instant time) {
        return Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", Arn.LOCAL_ACCOUNT)
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Arn.LOCAL_REGION);
    }
}
