package dev.bellwether.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.wire.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The error document of the Runtime API: `errorMessage`, `errorType`, `stackTrace`.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror
final class ErrorDocument {
    private ErrorDocument() {}

    static FunctionError read(byte[] body) {
        JsonNode document;
        try {
            document = Json.parse(body);
        } catch (UncheckedIOException _) {
            return new FunctionError(
                    "Runtime.Unknown", new String(body, StandardCharsets.UTF_8), List.of());
        }
        List<String> stackTrace = new ArrayList<>();
        document.path("stackTrace").forEach(frame -> stackTrace.add(frame.asText()));
        return new FunctionError(
                document.path("errorType").asText("Runtime.Unknown"),
                document.path("errorMessage").asText(""),
                stackTrace);
    }
}
