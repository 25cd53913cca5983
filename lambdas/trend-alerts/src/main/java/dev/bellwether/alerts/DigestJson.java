package dev.bellwether.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alerts.delivery.AlertDigest.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Event and answers of the function of digests.
final class DigestJson {
    private static final JsonMapper JSON = new JsonMapper();

    private DigestJson() {}

    /// The event.
    ///
    /// @param scheduledTime market time
    /// @param test the channel to test; empty for a digest
    record Event(Instant scheduledTime, Optional<String> test) {}

    /// Throws IllegalArgumentException when the event has no scheduledTime.
    static Event event(InputStream event) throws IOException {
        JsonNode json = JSON.readTree(event);
        JsonNode time = json.path("scheduledTime");
        try {
            return new Event(
                    Instant.parse(time.asText()),
                    Optional.of(json.path("test"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The event has no scheduledTime such as 2025-10-30T12:05:00Z: " + time, e);
        }
    }

    static byte[] answer(Instant scheduledTime, Outcome outcome, List<String> reports) {
        ObjectNode answer = JSON.createObjectNode().put("scheduledTime", scheduledTime.toString());
        switch (outcome) {
            case Outcome.Quiet _ -> answer.put("outcome", "quiet-hours").putNull("digest");
            case Outcome.Nothing _ -> answer.put("outcome", "nothing").putNull("digest");
            case Outcome.Sent(String id, int alerts) ->
                    answer.put("outcome", "sent").put("digest", id).put("alerts", alerts);
        }
        if (!answer.has("alerts")) {
            answer.put("alerts", 0);
        }
        ArrayNode lines = answer.putArray("reports");
        reports.forEach(lines::add);
        return bytes(answer);
    }

    static byte[] answer(Instant scheduledTime, String test, List<DigestCall.Tried> tried) {
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("scheduledTime", scheduledTime.toString())
                        .put("test", test);
        ArrayNode outcomes = answer.putArray("outcomes");
        for (DigestCall.Tried one : tried) {
            ObjectNode outcome =
                    outcomes.addObject()
                            .put("channel", one.channel())
                            .put("outcome", one.outcome());
            if (one.reason().isEmpty()) {
                outcome.putNull("reason");
            } else {
                outcome.put("reason", one.reason());
            }
        }
        return bytes(answer);
    }

    private static byte[] bytes(ObjectNode answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing the answer to memory failed", e);
        }
    }
}
