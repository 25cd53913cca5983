package dev.bellwether.local.endpoint;

import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.wire.Json;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Lambda's Invoke, for whoever waits for the answer: commands of another process while a run is
/// going on.
///
/// See <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>.
public final class LambdaInvocations implements ThinService {
    private static final String PATH = "POST /2015-03-31/functions/%s/invocations";

    private final Map<String, FunctionInvoker> byAction;

    /// @param functions by name
    public LambdaInvocations(Map<String, FunctionInvoker> functions) {
        byAction =
                functions.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        function -> PATH.formatted(function.getKey()),
                                        Map.Entry::getValue));
    }

    @Override
    public String signingName() {
        return "lambda";
    }

    @Override
    public Set<String> actions() {
        return byAction.keySet();
    }

    @Override
    public Answer answer(Call call) {
        FunctionInvoker function = byAction.get(call.action());
        if (function == null) {
            return Answer.jsonError(404, "ResourceNotFoundException", call.action());
        }
        InvocationOutcome outcome = function.invoke(call.body());
        return outcome instanceof Answered(byte[] payload)
                ? new Answer(200, "application/json", payload)
                : new Answer(
                        200,
                        "application/json",
                        Json.bytes(
                                Json.object()
                                        .put("errorMessage", outcome.summary())
                                        .put(
                                                "errorType",
                                                outcome instanceof FunctionError error
                                                        ? error.type()
                                                        : "Function.Ended")),
                        Map.of("X-Amz-Function-Error", "Unhandled"));
    }
}
