package dev.bellwether.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.function.InvocationOutcome.TimedOut;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionRuntimeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir static Path state;
    private static TestHost host;
    private static FunctionRuntime echo;

    @BeforeAll
    static void start() {
        host = TestHost.in(state);
        echo = host.function(EchoHandler.class, MINUTE, Map.of("OWN", "value"));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void theAnswerIsTheHandlersBytes() {
        assertThat(answer(echo, "{\"währung\":\"€ 😀\",\"n\":1.10}"))
                .isEqualTo("{\"währung\":\"€ 😀\",\"n\":1.10}");
    }

    @Test
    void aPayloadOfSixMegabytesGoesThereAndBack() {
        String event = "\"" + "é".repeat((RuntimeApi.MOST_PAYLOAD_BYTES - 2) / 2) + "\"";

        assertThat(answer(echo, event)).isEqualTo(event);
    }

    @Test
    void anEventOverSixMegabytesIsRefusedAsLambdaDoes() {
        assertThat(echo.invoke(new byte[RuntimeApi.MOST_PAYLOAD_BYTES + 1]))
                .isInstanceOfSatisfying(
                        FunctionError.class,
                        error -> assertThat(error.type()).isEqualTo("RequestTooLargeException"));
    }

    @Test
    void anAnswerOverSixMegabytesIsAnErrorAndTheFunctionGoesOn() {
        assertThat(invoke(echo, "\"large\""))
                .isInstanceOfSatisfying(
                        FunctionError.class,
                        error ->
                                assertThat(error.type())
                                        .isEqualTo("Function.ResponseSizeTooLarge"));
        assertThat(answer(echo, "1")).isEqualTo("1");
    }

    @Test
    void theHandlerSeesItsContext() {
        JsonNode context = Json.parse(answer(echo, "\"context\""));

        assertThat(context.path("name").asText()).isEqualTo("Echo");
        assertThat(context.path("arn").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Echo");
        assertThat(context.path("memory").asInt()).isEqualTo(256);
        assertThat(context.path("version").asText()).isEqualTo("$LATEST");
        assertThat(context.path("remaining").asLong()).isBetween(1L, MINUTE.toMillis());
    }

    @Test
    void theEnvironmentIsWhatTheTemplateSaysAndLambdasReservedVariablesOnly() {
        assertThat(answer(echo, "\"environment\""))
                .contains("OWN", "AWS_LAMBDA_RUNTIME_API", "_HANDLER", "LAMBDA_TASK_ROOT")
                .doesNotContain("PATH", "HOME", "JAVA_HOME", "MAVEN", "AWS_PROFILE");
    }

    @Test
    void anExceptionIsAFunctionErrorWithTypeMessageAndStack() {
        assertThat(invoke(echo, "\"throw\""))
                .isInstanceOfSatisfying(
                        FunctionError.class,
                        error -> {
                            assertThat(error.type())
                                    .isEqualTo("java.lang.IllegalArgumentException");
                            assertThat(error.message()).isEqualTo("Grüße, \"thrown\" on purpose");
                            assertThat(error.stackTrace())
                                    .first()
                                    .asString()
                                    .contains("EchoHandler.handleRequest");
                        });
    }

    @Test
    void theProcessIsKeptFromOneEventToTheNextAndAnExceptionDoesNotEndIt() {
        try (var function = host.function(EchoHandler.class, MINUTE, Map.of())) {
            assertThat(answer(function, "\"calls\"")).isEqualTo("1");
            invoke(function, "\"throw\"");
            assertThat(answer(function, "\"calls\"")).isEqualTo("3");
        }
    }

    @Test
    void aStoppedFunctionHasNoProcessAndStartsAgainOnTheNextEvent() {
        try (var function = host.function(EchoHandler.class, MINUTE, Map.of())) {
            answer(function, "\"calls\"");
            long pid = function.pid().orElseThrow();

            function.stop();

            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(function.pid()).isEmpty();
            assertThat(answer(function, "\"calls\"")).isEqualTo("1");
        }
    }

    @Test
    void aProcessThatEndsInTheMiddleIsACrashAndTheNextEventStartsANewOne() {
        try (var function = host.function(EchoHandler.class, MINUTE, Map.of())) {
            assertThat(invoke(function, "\"exit\"")).isEqualTo(new Crashed(42));
            assertThat(answer(function, "\"calls\"")).isEqualTo("1");
        }
    }

    @Test
    void aSigkillInTheMiddleOfAnInvocationIsACrash() throws IOException {
        try (var hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var function =
                        host.function(
                                EchoHandler.class,
                                MINUTE,
                                Map.of("HANGING_PORT", "" + hanging.getLocalPort()))) {
            var outcome = CompletableFuture.supplyAsync(() -> invoke(function, "\"hang\""));
            hanging.accept().close();
            ProcessHandle.of(function.pid().orElseThrow()).orElseThrow().destroyForcibly();

            assertThat(outcome.join()).isEqualTo(new Crashed(137));
            assertThat(answer(function, "\"calls\"")).isEqualTo("1");
        }
    }

    @Test
    void aProcessThatEndedBetweenTwoEventsCostsNoEvent() {
        try (var function = host.function(EchoHandler.class, MINUTE, Map.of())) {
            answer(function, "\"calls\"");
            var process = ProcessHandle.of(function.pid().orElseThrow()).orElseThrow();
            process.destroyForcibly();
            while (function.pid().isPresent()) {
                Thread.onSpinWait(); // until its end is known; before that, it is a crash
            }

            assertThat(answer(function, "\"calls\"")).isEqualTo("1");
        }
    }

    @Test
    void theTimeoutKillsTheProcessAndIsInTheLog() throws IOException {
        try (var function = host.function(EchoHandler.class, Duration.ofSeconds(1), Map.of())) {
            answer(function, "1");
            long pid = function.pid().orElseThrow();

            assertThat(invoke(function, "\"hang\"")).isEqualTo(new TimedOut(Duration.ofSeconds(1)));

            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(log()).contains("Task timed out after 1.00 seconds");
            assertThat(answer(function, "\"calls\"")).isEqualTo("1");
        }
    }

    @Test
    void aConstructorThatThrowsIsReportedWithItsCause() {
        try (var function = host.function(EchoHandler.class, MINUTE, Map.of("FAIL_INIT", "1"))) {
            assertThat(invoke(function, "1"))
                    .isInstanceOfSatisfying(
                            FunctionError.class,
                            error -> assertThat(error.message()).contains("FAIL_INIT is set"));
        }
    }

    @Test
    void aHandlerThatDoesNotExistIsReportedByName() {
        try (var function = host.function("dev.bellwether.NoSuchHandler", MINUTE, Map.of())) {
            assertThat(invoke(function, "1"))
                    .isInstanceOfSatisfying(
                            FunctionError.class,
                            error ->
                                    assertThat(error.message())
                                            .contains("dev.bellwether.NoSuchHandler"));
        }
    }

    @Test
    void whatTheFunctionLogsIsInItsFile() throws IOException {
        try (var function = host.function(EchoHandler.class, MINUTE, Map.of())) {
            invoke(function, "\"log\"");
            // Its output goes through a pipe; all of it is in the file when its end is reported.
            function.stop();

            assertThat(log()).contains("a line of the log: grüß");
        }
    }

    @Test
    void aMemorySizeThatLambdaDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FunctionSpec("F", "arn", "H", Path.of("f.jar"), 64, MINUTE, Map.of()))
                .withMessageContaining("MemorySize 64 of function F");
    }

    private static String log() throws IOException {
        return Files.readString(state.resolve("logs").resolve("Echo.log"));
    }

    private static InvocationOutcome invoke(FunctionRuntime function, String event) {
        return function.invoke(event.getBytes(UTF_8));
    }

    private static String answer(FunctionRuntime function, String event) {
        InvocationOutcome outcome = invoke(function, event);
        assertThat(outcome).as(outcome.summary()).isInstanceOf(Answered.class);
        return ((Answered) outcome).text();
    }
}
