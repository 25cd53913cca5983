package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.Bench.NOON;
import static dev.bellwether.local.mapping.FakeStream.FIRST_SHARD;
import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import dev.bellwether.local.function.InvocationOutcome.TimedOut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamFailureTest {
    @TempDir Path checkpoints;
    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(checkpoints);
    }

    @Test
    void aBatchThatFailsIsTriedAgainUpToTheLimitAndThenGivenUpWhole() {
        FakeFunction function = FakeFunction.throwingOn("poison");
        FakeStream stream = FakeStream.of("a", "poison", "c", "d");

        bench.open(settings().batchSize(3).retries(2).build(), stream, function).step(NOON);

        List<String> bad = List.of("a", "poison", "c");
        assertThat(function.batches()).containsExactly(bad, bad, bad, List.of("d"));
        assertThat(bench.givenUp()).containsExactly(bad);
        assertThat(bench.pauses).containsExactly(1, 2);
    }

    @Test
    void aBatchThatSucceedsAtItsLastRetryIsNotGivenUp() {
        var outcomes =
                new ArrayDeque<>(
                        List.of(
                                FakeFunction.THROWN,
                                new Crashed(137),
                                new TimedOut(Duration.ofSeconds(3)),
                                FakeFunction.DONE));
        FakeFunction function = FakeFunction.doing(_ -> outcomes.removeFirst());

        bench.open(settings().retries(3).build(), FakeStream.of("a"), function).step(NOON);

        assertThat(function.batches()).hasSize(4);
        assertThat(bench.objects).isEmpty();
    }

    @Test
    void noRetriesMeansOneAttempt() {
        FakeFunction function = FakeFunction.throwingOn("a");

        bench.open(settings().retries(0).build(), FakeStream.of("a"), function).step(NOON);

        assertThat(function.batches()).hasSize(1);
        assertThat(bench.givenUp()).containsExactly(List.of("a"));
    }

    @Test
    void bisectingEndsAtTheOnePoisonRecordAndKeepsTheOrder() {
        FakeFunction function = FakeFunction.throwingOn("poison");
        FakeStream stream = FakeStream.of("a", "b", "c", "poison", "e");

        bench.open(settings().bisecting().retries(1).build(), stream, function).step(NOON);

        assertThat(function.batches())
                .containsExactly(
                        List.of("a", "b", "c", "poison", "e"),
                        List.of("a", "b"),
                        List.of("c", "poison", "e"),
                        List.of("c"),
                        List.of("poison", "e"),
                        List.of("poison"),
                        List.of("poison"),
                        List.of("e"));
        assertThat(bench.givenUp()).containsExactly(List.of("poison"));
    }

    @Test
    void splittingDoesNotConsumeTheRetryQuota() {
        FakeFunction function = FakeFunction.throwingOn("poison");
        FakeStream stream = FakeStream.of("a", "b", "poison", "d");

        bench.open(settings().bisecting().retries(0).build(), stream, function).step(NOON);

        assertThat(bench.givenUp()).containsExactly(List.of("poison"));
    }

    @Test
    void aReportedRecordIsWhereTheNextAttemptBegins() {
        FakeFunction function = FakeFunction.reporting("c", "e");
        FakeStream stream = FakeStream.of("a", "b", "c", "d", "e");

        bench.open(settings().reportingItemFailures().retries(2).build(), stream, function)
                .step(NOON);

        List<String> rest = List.of("c", "d", "e");
        assertThat(function.batches())
                .containsExactly(List.of("a", "b", "c", "d", "e"), rest, rest);
        assertThat(bench.givenUp()).containsExactly(rest);
    }

    @Test
    void withBisectingAReportSplitsAtTheReportedRecordAndOnlyThatOneIsGivenUp() {
        FakeFunction function = FakeFunction.reporting("c");
        FakeStream stream = FakeStream.of("a", "b", "c", "d");

        bench.open(
                        settings().reportingItemFailures().bisecting().retries(1).build(),
                        stream,
                        function)
                .step(NOON);

        assertThat(function.batches())
                .containsExactly(
                        List.of("a", "b", "c", "d"),
                        List.of("c", "d"),
                        List.of("c"),
                        List.of("c"),
                        List.of("d"));
        assertThat(bench.givenUp()).containsExactly(List.of("c"));
    }

    @Test
    void withBisectingAThrownErrorSplitsInTheMiddleEvenIfTheFunctionCouldReport() {
        FakeFunction function = FakeFunction.throwingOn("d");
        FakeStream stream = FakeStream.of("a", "b", "c", "d");

        bench.open(
                        settings().reportingItemFailures().bisecting().retries(0).build(),
                        stream,
                        function)
                .step(NOON);

        assertThat(function.batches())
                .startsWith(List.of("a", "b", "c", "d"), List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void aReportDoesNotCountUnlessTheTemplateAsksForIt() {
        FakeFunction function = FakeFunction.reporting("a");

        bench.open(settings().retries(0).build(), FakeStream.of("a", "b"), function).step(NOON);

        assertThat(function.batches()).hasSize(1);
        assertThat(bench.objects).isEmpty();
    }

    @Test
    void anAnswerThatNamesNoRecordOfTheBatchIsACompleteFailure() {
        InvocationOutcome unknown =
                new Answered(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"99\"}]}".getBytes(UTF_8));
        FakeFunction function = FakeFunction.doing(_ -> unknown);

        bench.open(
                        settings().reportingItemFailures().retries(1).build(),
                        FakeStream.of("a", "b"),
                        function)
                .step(NOON);

        assertThat(function.batches()).containsExactly(List.of("a", "b"), List.of("a", "b"));
        assertThat(bench.givenUp()).containsExactly(List.of("a", "b"));
    }

    @Test
    void withoutALimitTheShardIsBlockedUntilTheFunctionRecovers() {
        boolean[] broken = {true};
        FakeFunction function =
                FakeFunction.doing(_ -> broken[0] ? FakeFunction.THROWN : FakeFunction.DONE);
        FakeStream stream = FakeStream.of("a", "b");
        Mappings mappings = bench.open(settings().batchSize(1).build(), stream, function);

        assertThat(mappings.drain()).isEqualTo(new DrainReport(0, List.of("Mapping")));
        assertThat(function.batches()).containsExactly(List.of("a"));

        broken[0] = false;
        assertThat(mappings.drain()).isEqualTo(new DrainReport(2, List.of()));
        assertThat(function.batches()).containsExactly(List.of("a"), List.of("a"), List.of("b"));
    }

    @Test
    void aBlockedShardDoesNotHoldTheOthers() {
        FakeFunction function = FakeFunction.throwingOn("bad");
        FakeStream stream = FakeStream.withShards("s0", "s1").put("s0", "bad").put("s1", "good");

        bench.open(settings().build(), stream, function).drain();

        assertThat(function.batches()).contains(List.of("good"));
    }

    @Test
    void recordsThatAreTooOldAreGivenUpWithoutBeingSent() {
        FakeFunction function = FakeFunction.succeeding();
        FakeStream stream =
                FakeStream.of().arrivingAt(NOON.minusSeconds(61)).put(FIRST_SHARD, "old");
        stream.arrivingAt(NOON.minusSeconds(60)).put(FIRST_SHARD, "young");

        bench.open(settings().maximumAge(Duration.ofMinutes(1)).build(), stream, function)
                .step(NOON);

        assertThat(function.batches()).containsExactly(List.of("young"));
        assertThat(bench.givenUp()).containsExactly(List.of("old"));
        assertThat(bench.events)
                .anySatisfy(event ->
                        assertThat(event)
                                .isInstanceOfSatisfying(
                                        MappingEvent.Discarded.class,
                                        discarded ->
                                                assertThat(discarded.condition())
                                                        .isEqualTo("RecordAgeExceeded")));
    }

    @Test
    void aBatchThatCannotReachItsDestinationStaysInTheStream() {
        FakeFunction function = FakeFunction.throwingOn("a");
        FakeStream stream = FakeStream.of("a", "b");
        var settings = settings().batchSize(1).retries(0).build();
        Mappings mappings = bench.open(settings, stream, function);
        bench.objectStoreFault =
                () -> {
                    throw new IllegalStateException("bucket is away");
                };

        assertThatIllegalStateException().isThrownBy(() -> mappings.step(NOON));
        bench.objectStoreFault = () -> {};
        mappings.step(NOON);

        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
        assertThat(bench.givenUp()).containsExactly(List.of("a"));
    }

    @Test
    void nothingIsGivenUpWhileAnEngineIsGone() {
        FakeFunction function = FakeFunction.throwingOn("a");
        var settings = settings().retries(0).build();
        FakeStream stream = FakeStream.of("a");
        Mappings mappings = bench.open(settings, stream, function);
        bench.health =
                () -> {
                    throw new IllegalStateException("dynamodb has ended");
                };

        assertThatIllegalStateException()
                .isThrownBy(() -> mappings.step(NOON))
                .withMessage("dynamodb has ended");

        assertThat(bench.objects).isEmpty();
        FakeFunction recovered = FakeFunction.succeeding();
        bench.open(settings, stream, recovered).step(NOON);
        assertThat(recovered.batches()).containsExactly(List.of("a"));
    }

    @Test
    void withoutADestinationTheRecordsAreDroppedAndThatIsSaid() {
        FakeFunction function = FakeFunction.throwingOn("a");

        bench.open(
                        settings().retries(0).onFailure(Optional.empty()).build(),
                        FakeStream.of("a"),
                        function)
                .step(NOON);

        assertThat(bench.events)
                .contains(
                        new MappingEvent.Discarded(
                                "Mapping", FIRST_SHARD, 1, "RetryAttemptsExhausted", "nowhere"));
    }

    @Test
    void theReasonOfAFailureIsTold() {
        bench.open(settings().retries(0).build(), FakeStream.of("a"), FakeFunction.throwingOn("a"))
                .step(NOON);

        assertThat(bench.events)
                .contains(
                        new MappingEvent.Failed(
                                "Mapping",
                                FIRST_SHARD,
                                1,
                                "java.lang.IllegalStateException: on purpose"));
    }
}
