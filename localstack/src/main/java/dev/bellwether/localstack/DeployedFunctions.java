package dev.bellwether.localstack;

import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.template.AsyncInvocation;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/// The deployed functions, invoked as whoever waits for their answer does it.
record DeployedFunctions(LambdaClient lambda) {
    /// @param function name or ARN
    InvocationOutcome invoke(String function, byte[] payload) {
        InvokeResponse response =
                lambda.invoke(invoke ->
                        invoke.functionName(function).payload(SdkBytes.fromByteArray(payload)));
        byte[] answer = response.payload().asByteArray();
        if (response.functionError() == null) {
            return new InvocationOutcome.Answered(answer);
        }
        var error = Json.parse(answer);
        return new InvocationOutcome.FunctionError(
                error.path("errorType").asText("Unknown"),
                error.path("errorMessage").asText(new String(answer, StandardCharsets.UTF_8)),
                List.of());
    }

    /// How often an asynchronous invocation, such as a schedule's, is tried.
    AsyncInvocation asyncInvocation(String function) {
        try {
            GetFunctionEventInvokeConfigResponse config =
                    lambda.getFunctionEventInvokeConfig(get -> get.functionName(function));
            return new AsyncInvocation(
                    Optional.ofNullable(config.maximumRetryAttempts())
                            .orElse(AsyncInvocation.DEFAULT.maximumRetryAttempts()),
                    Optional.ofNullable(config.maximumEventAgeInSeconds())
                            .map(Duration::ofSeconds)
                            .orElse(AsyncInvocation.DEFAULT.maximumEventAge()),
                    Optional.empty());
        } catch (ResourceNotFoundException _) {
            return AsyncInvocation.DEFAULT;
        }
    }
}
