package dev.bellwether.traintrigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.traintrigger.TriggerOutcome.AlreadyStarted;
import dev.bellwether.traintrigger.TriggerOutcome.GivenUp;
import dev.bellwether.traintrigger.TriggerOutcome.NoBars;
import dev.bellwether.traintrigger.TriggerOutcome.Started;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;

/// The function's event and answer.
final class TriggerJson {
    private static final JsonMapper JSON = new JsonMapper();

    private TriggerJson() {}

    /// The market time of the event: `scheduledTime` of the schedule's, `time` of one of
    /// EventBridge. Which one it is makes no difference. Throws IllegalArgumentException when it
    /// has neither.
    static Instant time(InputStream event) throws IOException {
        JsonNode json = JSON.readTree(event);
        JsonNode time = json.has("scheduledTime") ? json.path("scheduledTime") : json.path("time");
        try {
            return Instant.parse(time.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The event has no scheduledTime or time such as 2025-10-30T04:10:00Z: " + time,
                    e);
        }
    }

    static byte[] answer(TriggerOutcome outcome) {
        ObjectNode answer =
                switch (outcome) {
                    case Started(var day, var job) -> json(day.toString(), job, "started");
                    case AlreadyStarted(var day, var job) ->
                            json(day.toString(), job, "already-started");
                    case GivenUp(var day, var job) -> json(day.toString(), job, "given-up");
                    case NoBars() ->
                            JSON.createObjectNode()
                                    .putNull("runDay")
                                    .putNull("job")
                                    .put("outcome", "no-bars");
                };
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing the answer to memory failed", e);
        }
    }

    private static ObjectNode json(String day, String job, String outcome) {
        return JSON.createObjectNode().put("runDay", day).put("job", job).put("outcome", outcome);
    }
}
