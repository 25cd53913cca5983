package dev.bellwether.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.mapping.Checkpoint.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
    @TempDir Path folder;

    @Test
    void whatWasSavedLastIsFoundByAnotherStore() {
        var store = new CheckpointStore(CheckpointFiles.in(folder), "Mapping");
        store.save(new Checkpoint("arn", "s1", new ShardPosition.TrimHorizon(), State.READING));
        var last =
                new Checkpoint(
                        "arn", "s1", new ShardPosition.After("49", Bench.NOON), State.FINISHED);
        store.save(last);

        assertThat(new CheckpointStore(CheckpointFiles.in(folder), "Mapping").find("s1"))
                .contains(last);
        assertThat(new CheckpointStore(CheckpointFiles.in(folder), "Mapping").find("s2")).isEmpty();
        assertThat(new CheckpointStore(CheckpointFiles.in(folder), "Other").find("s1")).isEmpty();
    }

    @Test
    void noHalfWrittenFileIsLeft() throws IOException {
        var store = new CheckpointStore(CheckpointFiles.in(folder), "Mapping");
        store.save(new Checkpoint("arn", "s/1", new ShardPosition.TrimHorizon(), State.READING));

        try (Stream<Path> files = Files.list(folder.resolve("Mapping"))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("s_1.json");
        }
    }

    @Test
    void pausesGrowAndEndAtTwoSeconds() {
        assertThat(ExponentialPause.before(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(ExponentialPause.before(3)).isEqualTo(Duration.ofMillis(200));
        assertThat(ExponentialPause.before(10_000)).isEqualTo(Duration.ofSeconds(2));
    }
}
