package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// `./bellwether test --localstack` on a machine that cannot run it.
final class LauncherTest {
    @Test
    void withoutDockerItSaysWhatToInstallAndFails() throws Exception {
        Result result = run("--localstack");

        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.output())
                .contains("no Docker engine answers")
                .contains("Install Docker")
                .contains("tools/localstack/start");
    }

    @Test
    void anUnknownOptionIsRefusedByName() throws Exception {
        Result result = run("--localstack", "--updat");

        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.output()).contains("--updat").contains("--update");
    }

    private record Result(int exitStatus, String output) {}

    private static Result run(String... options) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", Suite.home().resolve("bellwether").toString(), "test");
        builder.command().addAll(java.util.List.of(options));
        builder.redirectErrorStream(true);
        builder.environment().remove("LOCALSTACK_ENDPOINT");
        builder.environment().put("DOCKER_HOST", "unix:///nonexistent/docker.sock");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
