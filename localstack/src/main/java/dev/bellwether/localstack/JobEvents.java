package dev.bellwether.localstack;

import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.wire.Json;
import java.time.Instant;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/// Tells LocalStack's event bus what Glue would tell it.
///
/// See <https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html>.
record JobEvents(EventBridgeClient events) {
    /// @param marketTime of the run's start
    void put(JobRun run, Instant marketTime) {
        String detail =
                Json.text(
                        Json.object()
                                .put("jobName", run.job())
                                .put("severity", run.isSucceeded() ? "INFO" : "ERROR")
                                .put("state", run.state())
                                .put("message", run.message()));
        PutEventsRequestEntry entry =
                PutEventsRequestEntry.builder()
                        .source("aws.glue")
                        .detailType("Glue Job State Change")
                        .time(marketTime)
                        .detail(detail)
                        .build();
        PutEventsResponse answer = events.putEvents(put -> put.entries(entry));
        if (answer.failedEntryCount() != 0) {
            throw new LocalStackException(
                    "LocalStack did not take the event of job %s: %s"
                            .formatted(run.job(), answer.entries().getFirst().errorMessage()));
        }
    }
}
