package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// The short messages that LocalStack keeps instead of sending them.
final class LocalStackSms {
    private LocalStackSms() {}

    /// The texts that a telephone would have got.
    static List<String> textsTo(LocalStack localStack, String phone) {
        URI uri = localStack.endpoint().resolve("/_aws/sns/sms-messages?accountId=000000000000");
        JsonNode kept;
        try (InputStream answer = uri.toURL().openStream()) {
            kept = Json.parse(answer.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + uri + " failed", e);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode message : kept.path("sms_messages").path(phone)) {
            String text = message.path("Message").asText();
            // Of a structured message it shows the telephone's text, quoted once more.
            boolean isQuoted = message.path("MessageStructure").asText().equals("json");
            texts.add(isQuoted ? Json.parse(text).asText() : text);
        }
        return texts;
    }
}
