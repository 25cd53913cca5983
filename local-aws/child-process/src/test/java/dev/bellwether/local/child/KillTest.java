package dev.bellwether.local.child;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL of one process in the chain client, supervisor, children; one child takes no notice of
/// SIGTERM.
@Timeout(120)
class KillTest {
    @TempDir Path folder;
    private Process client;
    private List<Long> supervisorAndChildren;

    @BeforeEach
    void startClient() throws IOException {
        var builder = new ProcessBuilder(TestJvm.command(ClientProcess.class, folder.toString()));
        builder.environment().put("AWS_ACCESS_KEY_ID", "AKIA" + "PLANTEDPLANTED00");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "planted-secret");
        builder.environment().put("AWS_PROFILE", "planted-profile");
        builder.redirectError(folder.resolve("client.log").toFile());
        client = builder.start();
        supervisorAndChildren = readPids(client.inputReader(UTF_8));
        assertThat(supervisorAndChildren)
                .hasSize(3)
                .allMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @AfterEach
    void endClient() {
        client.destroyForcibly();
    }

    @Test
    void killingTheClientLeavesNoProcess() {
        client.destroyForcibly();

        assertThat(supervisorAndChildren).allMatch(TestJvm::gone);
    }

    @Test
    void killingTheSupervisorLeavesNoChild() {
        ProcessHandle.of(supervisorAndChildren.getFirst()).orElseThrow().destroyForcibly();

        assertThat(supervisorAndChildren).allMatch(TestJvm::gone);
        assertThat(client.isAlive()).isTrue();
    }

    @Test
    void plantedCredentialsReachNoChild() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("speaking.log")))
                .containsExactlyInAnyOrder(
                        "GIVEN=yes",
                        "directory=" + folder.toRealPath(),
                        "stdin=-1",
                        "on standard error");
    }

    private static List<Long> readPids(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("PIDS [")) {
                return Arrays.stream(line.substring(6, line.length() - 1).split(", "))
                        .map(Long::valueOf)
                        .toList();
            }
        }
        throw new IllegalStateException("The client ended without naming its processes");
    }
}
