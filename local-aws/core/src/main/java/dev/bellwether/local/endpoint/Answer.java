package dev.bellwether.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What goes back to the caller.
///
/// @param headers more than the content type
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    Answer(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    public static Answer json(JsonNode body) {
        return new Answer(200, "application/x-amz-json-1.1", Json.bytes(body));
    }

    /// An error of the JSON protocols.
    public static Answer jsonError(int status, String code, String message) {
        return new Answer(
                status,
                "application/x-amz-json-1.1",
                Json.bytes(Json.object().put("__type", code).put("message", message)));
    }

    public static Answer xml(String body) {
        return new Answer(200, "text/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    /// An error of the query protocol.
    public static Answer xmlError(int status, String code, String message) {
        String body =
                "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                        .formatted(code, xmlText(message));
        return new Answer(status, "text/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String xmlText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
