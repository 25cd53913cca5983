package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.Bench.NOON;
import static dev.bellwether.local.mapping.FakeStream.FIRST_SHARD;
import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamDeliveryTest {
    @TempDir Path checkpoints;
    private Bench bench;
    private final FakeFunction function = FakeFunction.succeeding();

    @BeforeEach
    void setUp() {
        bench = new Bench(checkpoints);
    }

    @Test
    void recordsComeInOrderInBatchesOfTheBatchSize() {
        FakeStream stream = FakeStream.of("a", "b", "c", "d", "e", "f", "g", "h");

        bench.open(settings().batchSize(3).build(), stream, function).step(NOON);

        assertThat(function.batches())
                .containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f"), List.of("g", "h"));
    }

    @Test
    void aBatchLargerThanOneReadIsGatheredFromSeveral() {
        FakeStream stream = FakeStream.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

        bench.open(settings().build(), stream, function).step(NOON);

        assertThat(function.batches()).singleElement(InstanceOfAssertFactories.LIST).hasSize(9);
    }

    @Test
    void aPartOfABatchWaitsForItsWindowInMarketTime() {
        FakeStream stream = FakeStream.of("a");
        Mappings mappings =
                bench.open(settings().window(Duration.ofMinutes(1)).build(), stream, function);

        mappings.step(NOON);
        stream.put(FIRST_SHARD, "b");
        mappings.step(NOON.plusSeconds(59));
        assertThat(function.batches()).isEmpty();

        mappings.step(NOON.plusSeconds(60));
        assertThat(function.batches()).containsExactly(List.of("a", "b"));
    }

    @Test
    void theNextWindowBeginsWithTheEndOfTheInvocation() {
        FakeStream stream = FakeStream.of("a");
        Mappings mappings =
                bench.open(settings().window(Duration.ofMinutes(1)).build(), stream, function);
        mappings.step(NOON);
        mappings.step(NOON.plusSeconds(60));

        stream.put(FIRST_SHARD, "b");
        mappings.step(NOON.plusSeconds(70));
        mappings.step(NOON.plusSeconds(119));
        assertThat(function.batches()).containsExactly(List.of("a"));

        mappings.step(NOON.plusSeconds(120));
        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aWindowThatPassedWithoutRecordsBeginsAnewWithTheNextOne() {
        FakeStream stream = FakeStream.of("a");
        Mappings mappings =
                bench.open(settings().window(Duration.ofMinutes(1)).build(), stream, function);
        mappings.step(NOON);
        mappings.step(NOON.plusSeconds(60));

        stream.put(FIRST_SHARD, "b");
        mappings.step(NOON.plusSeconds(200));
        mappings.step(NOON.plusSeconds(259));
        assertThat(function.batches()).containsExactly(List.of("a"));

        mappings.step(NOON.plusSeconds(260));
        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aClockThatIsSetBackHoldsUpNothing() {
        FakeStream stream = FakeStream.of("a");
        Mappings mappings = bench.open(settings().build(), stream, function);
        mappings.step(NOON);

        stream.put(FIRST_SHARD, "b");
        mappings.step(NOON.minusSeconds(60));
        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aFullBatchDoesNotWait() {
        FakeStream stream = FakeStream.of("a", "b", "c");

        bench.open(settings().batchSize(2).window(Duration.ofMinutes(5)).build(), stream, function)
                .step(NOON);

        assertThat(function.batches()).containsExactly(List.of("a", "b"));
    }

    @Test
    void drainingDoesNotWait() {
        FakeStream stream = FakeStream.of("a");

        DrainReport report =
                bench.open(settings().window(Duration.ofMinutes(5)).build(), stream, function)
                        .drain();

        assertThat(function.batches()).containsExactly(List.of("a"));
        assertThat(report).isEqualTo(new DrainReport(1, List.of()));
    }

    @Test
    void aBatchEndsBeforeSixMegabytes() {
        FakeStream stream =
                FakeStream.of()
                        .paddedBy(_ -> "x".repeat(2 * 1024 * 1024))
                        .put(FIRST_SHARD, "a", "b", "c");

        bench.open(settings().build(), stream, function).drain();

        assertThat(function.batches()).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void trimHorizonBeginsWithWhatIsThereAndLatestWithWhatComes() {
        FakeStream stream = FakeStream.of("before");
        Mappings latest =
                bench.open(
                        settings().logicalId("Latest").startingPosition("LATEST").build(),
                        stream,
                        function);
        stream.put(FIRST_SHARD, "after");

        latest.drain();
        assertThat(function.batches()).containsExactly(List.of("after"));

        bench.open(settings().logicalId("All").build(), stream, function).drain();
        assertThat(function.batches()).last().isEqualTo(List.of("before", "after"));
    }

    @Test
    void latestIsWhereTheMappingWasMadeAlsoAfterARestart() {
        FakeStream stream = FakeStream.of("before");
        var settings = settings().startingPosition("LATEST").build();
        bench.open(settings, stream, function);
        stream.put(FIRST_SHARD, "while nobody read");

        bench.open(settings, stream, function).drain();

        assertThat(function.batches()).containsExactly(List.of("while nobody read"));
    }

    @Test
    void aStartingPositionThatIsNotActedOutIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        bench.open(
                                settings().startingPosition("AT_TIMESTAMP").build(),
                                FakeStream.of(),
                                function))
                .withMessageContaining("AT_TIMESTAMP");
    }

    @Test
    void moreThanOneBatchAShardIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        bench.open(
                                settings().parallelizationFactor(2).build(),
                                FakeStream.of(),
                                function))
                .withMessageContaining("ParallelizationFactor 2");
    }

    @Test
    void eachShardHasItsOwnBatches() {
        FakeStream stream =
                FakeStream.withShards("s0", "s1").put("s0", "a", "b").put("s1", "x", "y");

        bench.open(settings().build(), stream, function).step(NOON);

        assertThat(function.batches())
                .containsExactlyInAnyOrder(List.of("a", "b"), List.of("x", "y"));
    }

    @Test
    void childrenThatCouldNotBeAskedForAreAskedForAtTheNextPoll() {
        FakeStream stream = FakeStream.withShards("p").put("p", "a");
        Mappings mappings = bench.open(settings().build(), stream, function);
        stream.close("p").addChild("c", "p").put("c", "b").refusingToListShardsOnce();
        assertThatIllegalStateException().isThrownBy(() -> mappings.step(NOON));

        mappings.step(NOON);

        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void childrenAreReadWhenTheirParentsAreDone() {
        FakeStream stream =
                FakeStream.withShards("p0", "p1").put("p0", "a").put("p1", "b").close("p0");
        Mappings mappings = bench.open(settings().build(), stream, function);
        stream.addChild("child", "p0", "p1").put("child", "later");

        mappings.step(NOON);
        assertThat(function.batches()).containsExactlyInAnyOrder(List.of("a"), List.of("b"));

        stream.close("p1");
        mappings.step(NOON);
        assertThat(function.batches()).last().isEqualTo(List.of("later"));
    }

    @Test
    void theEndOfAShardDoesNotWaitForAWindow() {
        FakeStream stream = FakeStream.withShards("p").put("p", "a").close("p").addChild("c", "p");
        stream.put("c", "b");

        bench.open(settings().window(Duration.ofMinutes(5)).build(), stream, function).step(NOON);

        assertThat(function.batches()).containsExactly(List.of("a"));
    }

    @Test
    void filteredRecordsAreDroppedAndCountAsDone() {
        FakeStream stream =
                FakeStream.of("keep 1", "drop", "keep 2", "drop")
                        .filteredBy("{\"data\":[{\"prefix\":\"keep\"}]}");
        var settings = settings().build();
        Mappings mappings = bench.open(settings, stream, function);

        assertThat(mappings.drain().records()).isEqualTo(4);
        assertThat(function.batches()).containsExactly(List.of("keep 1", "keep 2"));
        assertThat(mappings.counters())
                .containsExactly(new MappingCounters("Mapping", 1, 2, 2, 0, 0));

        stream.put(FIRST_SHARD, "drop");
        mappings.drain();
        mappings.close();
        Mappings restarted = bench.open(settings, stream, function);
        assertThat(restarted.drain().records()).as("nothing is read twice").isZero();
    }

    @Test
    void whatAFunctionWritesToAnotherStreamIsDeliveredInTheSameStep() {
        FakeStream first = FakeStream.of("a");
        FakeStream second = FakeStream.of();
        FakeFunction writer =
                FakeFunction.doing(records -> {
                    second.put(FIRST_SHARD, "of " + FakeFunction.texts(records).getFirst());
                    return FakeFunction.DONE;
                });
        // The reader of the second stream comes first in the template.
        Mappings mappings =
                Mappings.of(
                        List.of(
                                bench.entry(settings().logicalId("B").build(), second, function),
                                bench.entry(settings().logicalId("A").build(), first, writer)),
                        bench.services());

        mappings.step(NOON);

        assertThat(function.batches()).containsExactly(List.of("of a"));
    }

    @Test
    void aStepWithNothingNewReadsEachShardOnce() {
        FakeStream stream = FakeStream.of("a");
        Mappings mappings = bench.open(settings().build(), stream, function);
        mappings.step(NOON);
        int before = stream.reads();

        mappings.step(NOON);

        assertThat(stream.reads()).isEqualTo(before + 1);
    }
}
