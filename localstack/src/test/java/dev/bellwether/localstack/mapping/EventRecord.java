package dev.bellwether.localstack.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// One of the `Records` of an event.
///
/// @param id what a report calls it
/// @param name of the [Item]; followed by a star if its data are not those that were put
/// @param shard empty where there is none
record EventRecord(String id, String name, String shard) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<EventRecord> of(JsonNode event) {
        return event.path("Records").valueStream().map(EventRecord::one).toList();
    }

    /// Name of the stream, table or queue that the event is from, by its ARN.
    static String source(JsonNode event) {
        String resource =
                event.path("Records").path(0).path("eventSourceARN").asText().split(":", 6)[5];
        return resource.contains("/") ? resource.split("/")[1] : resource;
    }

    private static EventRecord one(JsonNode record) {
        if (record.has("kinesis")) {
            JsonNode kinesis = record.get("kinesis");
            byte[] data = Base64.getDecoder().decode(kinesis.path("data").asText());
            return new EventRecord(
                    kinesis.path("sequenceNumber").asText(),
                    name(new String(data, StandardCharsets.UTF_8)),
                    record.path("eventID").asText().split(":")[0]);
        }
        if (record.has("dynamodb")) {
            JsonNode change = record.get("dynamodb");
            return new EventRecord(
                    change.path("SequenceNumber").asText(), change.at("/Keys/name/S").asText(), "");
        }
        return new EventRecord(
                record.path("messageId").asText(), name(record.path("body").asText()), "");
    }

    static String name(String body) {
        JsonNode data = json(body);
        if (!data.isObject()) {
            return body;
        }
        String name = data.path("name").asText();
        String put = new Item(name, data.path("kind").asText(), 0).body();
        return body.equals(put) ? name : name + "*";
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }
}
