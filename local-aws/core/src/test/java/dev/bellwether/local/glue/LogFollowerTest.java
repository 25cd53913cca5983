package dev.bellwether.local.glue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @TempDir Path folder;
    private final List<String> lines = new ArrayList<>();
    private Path log;

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("glue-etl.log");
    }

    @Test
    void onlyWhatIsAddedIsHandedOn() throws IOException {
        append("an earlier run\n");
        LogFollower follower = new LogFollower(log, lines::add);

        append("one\ntwo\n");
        follower.follow();
        follower.follow();

        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aLineIsHandedOnWhenItIsWhole() throws IOException {
        LogFollower follower = new LogFollower(log, lines::add);
        append("Umla");
        follower.follow();
        assertThat(lines).isEmpty();

        append("ut ü\nnext");
        follower.follow();

        assertThat(lines).containsExactly("Umlaut ü");
    }

    @Test
    void aLineLongerThanAReadIsOneLine() throws IOException {
        LogFollower follower = new LogFollower(log, lines::add);
        String line = "ü".repeat(100_001);
        append(line + "\n");

        follower.follow();

        assertThat(lines).containsExactly(line);
    }

    @Test
    void aLogThatIsNotThereYetIsEmpty() {
        new LogFollower(log, lines::add).follow();

        assertThat(lines).isEmpty();
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
