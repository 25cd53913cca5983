package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// SageMaker's API in its own protocol, AWS JSON 1.1.
///
/// See <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>.
record SageMakerApi(SignedCalls calls, URI endpoint) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final int ERROR_STATUS = 400;

    /// What SageMaker answered.
    record Answer(int status, JsonNode body) {
        /// Whether it is the error of that name; the name may stand behind a namespace.
        boolean isRefusal(String error) {
            String type = body.path("__type").asText();
            return status >= ERROR_STATUS && error.equals(type.substring(type.indexOf('#') + 1));
        }

        String message() {
            return body.path("message").asText(body.path("Message").asText());
        }

        /// The body. Throws [AwsCallFailedException] on an error.
        JsonNode requireSuccess(String action) {
            if (status >= ERROR_STATUS) {
                throw new AwsCallFailedException(
                        "%s failed: SageMaker answered %d %s %s"
                                .formatted(
                                        action, status, body.path("__type").asText(), message()));
            }
            return body;
        }
    }

    /// Throws [AwsCallFailedException] when there is no answer, or none in JSON.
    Answer call(String operation, JsonNode input) {
        try {
            SignedCalls.Reply reply =
                    calls.post(
                            "sagemaker",
                            endpoint,
                            Map.of(
                                    "X-Amz-Target",
                                    "SageMaker." + operation,
                                    "Content-Type",
                                    CONTENT_TYPE),
                            JSON.writeValueAsBytes(input));
            return new Answer(reply.status(), read(reply));
        } catch (IOException e) {
            throw new AwsCallFailedException(
                    "Calling %s at %s failed: %s".formatted(operation, endpoint, e.getMessage()),
                    e);
        }
    }

    /// A load balancer's error page is no JSON, but its status says enough.
    private static JsonNode read(SignedCalls.Reply reply) throws IOException {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            if (reply.status() >= ERROR_STATUS) {
                return JSON.createObjectNode()
                        .put(
                                "message",
                                new String(reply.body(), StandardCharsets.UTF_8)
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
            }
            throw e;
        }
    }
}
