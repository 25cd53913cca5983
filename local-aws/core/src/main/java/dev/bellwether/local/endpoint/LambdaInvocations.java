package dev.bellwether.local.endpoint;

import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.wire.Json;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Lambda's Invoke: commands of another process while a run is going on wait for the answer,
/// functions that start another one (`InvocationType` `Event`) do not.
///
/// See <https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html>.
public final class LambdaInvocations implements ThinService {
    private static final String PATH = "POST /2015-03-31/functions/%s/invocations";

    /// Takes events that nobody waits for.
    @FunctionalInterface
    public interface Asynchronous {
        /// Returns when the event is taken, not when it is worked on.
        void start(String functionName, byte[] event);
    }

    private final Map<String, FunctionInvoker> functions;
    private final Asynchronous asynchronous;
    private final Map<String, String> nameByAction;

    /// @param functions by name
    public LambdaInvocations(Map<String, FunctionInvoker> functions, Asynchronous asynchronous) {
        this.functions = Map.copyOf(functions);
        this.asynchronous = asynchronous;
        nameByAction =
                functions.keySet().stream()
                        .collect(Collectors.toUnmodifiableMap(PATH::formatted, name -> name));
    }

    @Override
    public String signingName() {
        return "lambda";
    }

    @Override
    public Set<String> actions() {
        return nameByAction.keySet();
    }

    @Override
    public Answer answer(Call call) {
        String name = nameByAction.getOrDefault(call.action(), "");
        FunctionInvoker function = functions.get(name);
        if (function == null) {
            return Answer.jsonError(404, "ResourceNotFoundException", call.action());
        }
        if (!call.awaited()) {
            asynchronous.start(name, call.body());
            return new Answer(202, "application/json", new byte[0]);
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
