package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.Bench.NOON;
import static dev.bellwether.local.mapping.FakeStream.FIRST_SHARD;
import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.template.EventSourceMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second run over the same checkpoints, after the first one ended in whatever way.
class RestartTest {
    /// Stands for a SIGKILL: nothing after it happens.
    private static final class Killed extends Error {}

    @TempDir Path checkpoints;
    private Bench bench;
    private final EventSourceMapping settings = settings().batchSize(2).retries(3).build();

    @BeforeEach
    void setUp() {
        bench = new Bench(checkpoints);
    }

    @Test
    void aSecondRunGoesOnAfterTheLastAcknowledgedRecord() {
        FakeStream stream = FakeStream.of("a", "b", "c");
        bench.open(settings, stream, FakeFunction.succeeding()).step(NOON);
        stream.put(FIRST_SHARD, "d");
        FakeFunction function = FakeFunction.succeeding();

        bench.open(settings, stream, function).step(NOON);

        assertThat(function.batches()).containsExactly(List.of("d"));
    }

    @Test
    void aKillBetweenTheSideEffectAndTheCheckpointRepeatsTheBatchAndLosesNothing() {
        FakeStream stream = FakeStream.of("a", "b", "c", "d");
        List<String> sideEffects = new ArrayList<>();
        FakeFunction dying =
                FakeFunction.doing(records -> {
                    sideEffects.addAll(FakeFunction.texts(records));
                    if (sideEffects.contains("c")) {
                        throw new Killed();
                    }
                    return FakeFunction.DONE;
                });
        Mappings first = bench.open(settings, stream, dying);
        assertThatThrownBy(() -> first.step(NOON)).isInstanceOf(Killed.class);

        FakeFunction function = FakeFunction.succeeding();
        bench.open(settings, stream, function).step(NOON);

        assertThat(sideEffects).containsExactly("a", "b", "c", "d");
        assertThat(function.batches()).containsExactly(List.of("c", "d"));
    }

    @Test
    void aKillInTheMiddleOfBisectingRepeatsOnlyWhatWasNotAcknowledged() {
        FakeStream stream = FakeStream.of("a", "b", "c", "poison");
        int[] calls = {0};
        FakeFunction dying =
                FakeFunction.doing(records -> {
                    if (++calls[0] == 3) {
                        throw new Killed();
                    }
                    return FakeFunction.texts(records).contains("poison")
                            ? FakeFunction.THROWN
                            : FakeFunction.DONE;
                });
        var bisecting = settings().bisecting().retries(0).build();
        Mappings first = bench.open(bisecting, stream, dying);
        assertThatThrownBy(() -> first.step(NOON)).isInstanceOf(Killed.class);

        FakeFunction function = FakeFunction.throwingOn("poison");
        bench.open(bisecting, stream, function).step(NOON);

        assertThat(function.batches())
                .containsExactly(List.of("c", "poison"), List.of("c"), List.of("poison"));
        assertThat(bench.givenUp()).containsExactly(List.of("poison"));
    }

    @Test
    void aKillBetweenDestinationAndCheckpointSendsTheBatchTwice() {
        FakeStream stream = FakeStream.of("poison");
        var settings = settings().retries(0).build();
        Mappings first = bench.open(settings, stream, FakeFunction.throwingOn("poison"));
        boolean[] killed = {false};
        bench.objectStoreFault =
                () -> {
                    if (!killed[0]) {
                        killed[0] = true;
                        throw new Killed();
                    }
                };
        assertThatThrownBy(() -> first.step(NOON)).isInstanceOf(Killed.class);

        bench.open(settings, stream, FakeFunction.throwingOn("poison")).step(NOON);

        assertThat(bench.givenUp()).containsExactly(List.of("poison"));
    }

    @Test
    void aCheckpointThatTheStreamNoLongerKnowsFallsBackToItsTimeAndIsReported() {
        FakeStream stream = FakeStream.of("a").arrivingAt(NOON).put(FIRST_SHARD, "b");
        bench.open(settings, stream, FakeFunction.succeeding()).step(NOON);
        FakeFunction function = FakeFunction.succeeding();
        // The engine has lost b, which was its newest record.
        FakeStream restarted =
                FakeStream.of("a").arrivingAt(NOON.plusSeconds(5)).put(FIRST_SHARD, "new");

        bench.open(settings, restarted.forgettingPositions(), function).step(NOON);

        assertThat(function.batches()).containsExactly(List.of("new"));
        assertThat(bench.events)
                .contains(
                        new MappingEvent.PositionLost(
                                "Mapping", FIRST_SHARD, "no such sequence number"));
    }

    @Test
    void aFinishedShardIsNotReadAgainAndItsChildrenGoOn() {
        FakeStream stream =
                FakeStream.withShards("p")
                        .put("p", "a")
                        .close("p")
                        .addChild("c", "p")
                        .put("c", "b");
        bench.open(settings, stream, FakeFunction.succeeding()).step(NOON);
        stream.put("c", "d");
        FakeFunction function = FakeFunction.succeeding();

        bench.open(settings, stream, function).step(NOON);

        assertThat(function.batches()).containsExactly(List.of("d"));
    }

    @Test
    void aShardThatAppearedWhileNobodyReadIsReadFromItsStart() {
        var latest = settings().startingPosition("LATEST").build();
        FakeStream stream = FakeStream.withShards("p").put("p", "before");
        bench.open(latest, stream, FakeFunction.succeeding());
        stream.close("p").addChild("c", "p").put("c", "while nobody read");
        FakeFunction function = FakeFunction.succeeding();

        bench.open(latest, stream, function).step(NOON);

        assertThat(function.batches()).containsExactly(List.of("while nobody read"));
    }
}
