package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
    @TempDir Path state;

    @Test
    void aSecondOwnerIsRefusedWithTheFirstOnesProcessId() throws IOException, InterruptedException {
        Process first = owner();
        try {
            BufferedReader out = first.inputReader(StandardCharsets.UTF_8);
            assertThat(out.readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> StateLock.of(state))
                    .isInstanceOfSatisfying(
                            StateInUseException.class,
                            e -> assertThat(e.owner()).isEqualTo(Long.toString(first.pid())))
                    .hasMessageContaining(state.toString());
        } finally {
            first.destroyForcibly().waitFor();
        }

        // What a kill leaves behind is no obstacle.
        assertThat(state.resolve("owner.pid")).hasContent(Long.toString(first.pid()));
        try (StateLock _ = StateLock.of(state)) {
            assertThat(Files.readString(state.resolve("owner.pid")).strip())
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void theSameProcessCannotOwnAFolderTwice() {
        try (StateLock _ = StateLock.of(state)) {
            assertThatThrownBy(() -> StateLock.of(state)).isInstanceOf(StateInUseException.class);
        }
        StateLock.of(state).close();
    }

    private Process owner() throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                state.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Locks a state folder and stays until its standard input closes.
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] args) throws IOException {
            try (StateLock _ = StateLock.of(Path.of(args[0]))) {
                System.out.println("locked");
                System.in.read();
            }
        }
    }
}
