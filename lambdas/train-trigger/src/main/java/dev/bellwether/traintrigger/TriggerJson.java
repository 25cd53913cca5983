package dev.bellwether.traintrigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.traintrigger.TriggerOutcome.AlreadyStarted;
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

    /// The market time of the event. Throws IllegalArgumentException when it has none.
    static Instant scheduledTime(InputStream event) throws IOException {
        JsonNode time = JSON.readTree(event).path("scheduledTime");
        try {
            return Instant.parse(time.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The event has no scheduledTime such as 2025-10-30T04:10:00Z: " + time, e);
        }
    }

    static byte[] answer(TriggerOutcome outcome) {
        ObjectNode answer = JSON.createObjectNode().put("runDay", outcome.runDay().toString());
        switch (outcome) {
            case Started started -> answer.put("job", started.job()).put("outcome", "started");
            case AlreadyStarted already ->
                    answer.put("job", already.job()).put("outcome", "already-started");
            case NoBars _ -> answer.putNull("job").put("outcome", "no-bars");
        }
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing the answer to memory failed", e);
        }
    }
}
