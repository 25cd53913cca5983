package dev.bellwether.traintrigger;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Lambda's asynchronous Invoke: <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>.
record LambdaEvents(SignedCalls calls, URI endpoint) {
    private static final int ACCEPTED = 202;

    /// Returns when Lambda has taken the event. Throws [AwsCallFailedException] when it has not.
    void invoke(String functionName, byte[] event) {
        URI address =
                endpoint.resolve("/2015-03-31/functions/%s/invocations".formatted(functionName));
        SignedCalls.Reply reply;
        try {
            reply =
                    calls.post(
                            "lambda",
                            address,
                            Map.of(
                                    "X-Amz-Invocation-Type",
                                    "Event",
                                    "Content-Type",
                                    "application/json"),
                            event);
        } catch (IOException e) {
            throw new AwsCallFailedException(
                    "Invoking %s at %s failed: %s"
                            .formatted(functionName, endpoint, e.getMessage()),
                    e);
        }
        if (reply.status() != ACCEPTED) {
            throw new AwsCallFailedException(
                    "Invoking %s failed: Lambda answered %d %s"
                            .formatted(
                                    functionName,
                                    reply.status(),
                                    new String(reply.body(), StandardCharsets.UTF_8)
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        }
    }
}
