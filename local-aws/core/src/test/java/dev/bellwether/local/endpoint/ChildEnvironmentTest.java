package dev.bellwether.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.resource.ServiceEndpoints;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildEnvironmentTest {
    @TempDir Path state;

    @Test
    void nothingIsInheritedAndEveryEndpointIsLoopback() {
        Map<String, String> environment =
                new ChildEnvironment(
                                new ServiceEndpoints(uri(1), uri(2), uri(3), uri(4)),
                                uri(5),
                                state,
                                Map.of("PROVIDER_ENDPOINT_URL_YAHOO", "http://127.0.0.1:6"))
                        .with(Map.of("SYMBOLS", "AAPL", "AWS_ACCESS_KEY_ID", "AKIAREAL"));

        assertThat(environment)
                .containsEntry("SYMBOLS", "AAPL")
                .containsEntry("AWS_ACCESS_KEY_ID", "local")
                .containsEntry("AWS_ENDPOINT_URL_KINESIS", "http://127.0.0.1:2")
                .containsEntry("PROVIDER_ENDPOINT_URL_YAHOO", "http://127.0.0.1:6")
                .containsEntry("AWS_EC2_METADATA_DISABLED", "true")
                .doesNotContainKeys("HOME", "USER", "AWS_PROFILE");
        assertThat(
                        environment.keySet().stream()
                                .filter(name -> name.startsWith("AWS_ENDPOINT_URL")))
                .allSatisfy(
                        name -> assertThat(environment.get(name)).startsWith("http://127.0.0.1:"));
        assertThat(Path.of(environment.get("AWS_SHARED_CREDENTIALS_FILE")))
                .doesNotExist()
                .startsWithRaw(state);
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
