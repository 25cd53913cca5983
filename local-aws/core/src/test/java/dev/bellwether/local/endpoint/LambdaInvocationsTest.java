package dev.bellwether.local.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaInvocationsTest {
    private final List<String> started = new ArrayList<>();
    private final LambdaInvocations lambda =
            new LambdaInvocations(
                    Map.of(
                            "echo", Answered::new,
                            "throws", _ -> new FunctionError("Bad", "no such day", List.of()),
                            "dies", _ -> new Crashed(137)),
                    (name, event) -> started.add(name + " " + new String(event, UTF_8)));

    @Test
    void theAnswerIsTheFunctions() {
        Answer answer = invoke("echo", "{\"a\":1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"a\":1}");
        assertThat(answer.headers()).isEmpty();
    }

    @Test
    void aFailureIsMarkedAndSaysWhy() {
        assertThat(invoke("throws", "{}").headers())
                .containsEntry("X-Amz-Function-Error", "Unhandled");
        assertThat(Json.parse(invoke("throws", "{}").body()).path("errorType").asText())
                .isEqualTo("Bad");
        assertThat(Json.parse(invoke("dies", "{}").body()).path("errorMessage").asText())
                .contains("137");
    }

    @Test
    void onlyFunctionsOfTheTemplateCanBeCalled() {
        assertThat(lambda.actions())
                .contains("POST /2015-03-31/functions/echo/invocations")
                .hasSize(3);
    }

    @Test
    void anEventThatNobodyWaitsForIsOnlyTaken() {
        Answer answer =
                lambda.answer(
                        new Call(
                                "lambda",
                                "POST /2015-03-31/functions/throws/invocations",
                                "{}".getBytes(UTF_8),
                                false));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(started).containsExactly("throws {}");
    }

    private Answer invoke(String function, String event) {
        return lambda.answer(
                new Call(
                        "lambda",
                        "POST /2015-03-31/functions/%s/invocations".formatted(function),
                        event.getBytes(UTF_8),
                        true));
    }
}
