package dev.bellwether.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls actions of one service at one endpoint with requests and answers as the JSON of the wire.
///
/// Safe for many threads. Nothing is signed: engines only read the credential scope.
public final class AwsJsonClient {
    /// Of the signature that nobody checks; any day will do.
    private static final String DATE = "20250101";

    private final JsonService service;
    private final URI endpoint;

    /// @param endpoint base address, such as `http://127.0.0.1:4567`
    public AwsJsonClient(JsonService service, URI endpoint) {
        this.service = service;
        this.endpoint = endpoint.resolve("/");
    }

    /// The answer's JSON, an empty object for an empty answer.
    ///
    /// @throws AwsErrorException if the service answers with an error
    /// @throws UncheckedIOException if nothing answers
    public JsonNode call(String action, JsonNode request) {
        Map<String, String> headers =
                Map.of(
                        "Content-Type", service.contentType(),
                        "Authorization", authorization(),
                        "X-Amz-Date", DATE + "T000000Z", // kinesis-local refuses a call without it
                        "X-Amz-Target", service.target(action));
        LoopbackHttp.Answer answer =
                LoopbackHttp.send("POST", endpoint, headers, Json.bytes(request));
        if (answer.status() != 200) {
            throw refusal(action, answer);
        }
        return answer.body().length == 0 ? Json.object() : Json.parse(answer.body());
    }

    private AwsErrorException refusal(String action, LoopbackHttp.Answer answer) {
        JsonNode body = errorBody(answer);
        String type = answer.header("x-amzn-ErrorType");
        if (type == null) {
            type = body.path("__type").asText(body.path("code").asText("UnknownError"));
        }
        String message = body.path("message").asText(body.path("Message").asText(answer.text()));
        return new AwsErrorException(
                service.signingName(), action, answer.status(), shortName(type), message);
    }

    private static JsonNode errorBody(LoopbackHttp.Answer answer) {
        try {
            return Json.parse(answer.body());
        } catch (UncheckedIOException notJson) {
            return Json.object(); // the text itself then stands in the message
        }
    }

    /// `com.amazonaws.dynamodb.v20120810#ResourceInUseException:http://...` without what surrounds
    /// the name.
    private static String shortName(@Nullable String type) {
        String name = type == null ? "" : type.substring(type.indexOf('#') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /// DynamoDB Local refuses a request without one, and reads the region from it.
    private String authorization() {
        return "AWS4-HMAC-SHA256 Credential=local/%s/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=none"
                .formatted(DATE, service.signingName());
    }
}
