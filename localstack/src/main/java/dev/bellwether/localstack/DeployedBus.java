package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.time.Instant;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/// LocalStack's event bus, told what the services would tell it that stand-ins here are for. (AWS
/// takes no events in its own services' names; LocalStack does.)
record DeployedBus(EventBridgeClient events) {
    /// @param event in the form in which EventBridge hands it on
    void put(ObjectNode event) {
        PutEventsRequestEntry entry =
                PutEventsRequestEntry.builder()
                        .source(event.path("source").asText())
                        .detailType(event.path("detail-type").asText())
                        .time(Instant.parse(event.path("time").asText()))
                        .resources(
                                event.path("resources")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .toList())
                        .detail(Json.text(event.path("detail")))
                        .build();
        PutEventsResponse answer = events.putEvents(put -> put.entries(entry));
        if (answer.failedEntryCount() != 0) {
            throw new LocalStackException(
                    "LocalStack did not take the event %s: %s"
                            .formatted(event, answer.entries().getFirst().errorMessage()));
        }
    }
}
