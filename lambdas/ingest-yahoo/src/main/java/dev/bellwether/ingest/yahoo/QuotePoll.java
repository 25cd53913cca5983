package dev.bellwether.ingest.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One poll of the session's quotes.
///
/// @param scheduledTime the schedule's time, from its event
/// @param pollTime market time of the poll: the schedule's time, or half a minute later when the
///   event came through the queue
record QuotePoll(Instant scheduledTime, Instant pollTime) {
    /// The delivery delay of queue `HalfMinute`.
    private static final Duration QUEUE_DELAY = Duration.ofSeconds(30);

    private static final JsonMapper JSON = new JsonMapper();

    /// The polls that an event asks for: one of a schedule, or one for each message of the queue.
    ///
    /// @throws IllegalArgumentException if the event is none of ours
    static List<QuotePoll> read(InputStream event) throws IOException {
        JsonNode json = JSON.readTree(event);
        if (!json.path("Records").isArray()) {
            Instant time = scheduledTime(json);
            return List.of(new QuotePoll(time, time));
        }
        List<QuotePoll> polls = new ArrayList<>();
        for (JsonNode message : json.path("Records")) {
            Instant time = scheduledTime(JSON.readTree(message.path("body").asText()));
            polls.add(new QuotePoll(time, time.plus(QUEUE_DELAY)));
        }
        return List.copyOf(polls);
    }

    private static Instant scheduledTime(JsonNode input) {
        String text = input.path("scheduledTime").asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The event's scheduledTime is '%s'; send {\"scheduledTime\":\"2025-10-29T19:59:00Z\"}"
                            .formatted(text),
                    e);
        }
    }
}
