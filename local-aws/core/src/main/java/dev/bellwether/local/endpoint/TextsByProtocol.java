package dev.bellwether.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// What each protocol is sent: one text, or with message structure `json` an object of texts by
/// protocol with a default. Values that are no texts, and protocols that nobody is subscribed by,
/// are ignored, as SNS does.
///
/// <https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_RequestParameters>
///
/// @param standard what a protocol without a text of its own gets
record TextsByProtocol(String standard, Map<String, String> texts) {
    private static final String DEFAULT = "default";

    static TextsByProtocol of(String message, boolean structured) {
        if (!structured) {
            return new TextsByProtocol(message, Map.of());
        }
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : Json.parse(message).properties()) {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return new TextsByProtocol(texts.getOrDefault(DEFAULT, ""), texts);
    }

    /// Whether the message is an object with a default text.
    static boolean isOne(String message) {
        try {
            return Json.parse(message).path(DEFAULT).isTextual();
        } catch (UncheckedIOException notJson) {
            return false;
        }
    }

    String of(String protocol) {
        return texts.getOrDefault(protocol, standard);
    }
}
