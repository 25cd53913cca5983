package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LocalStackSettingsTest {
    @Test
    void withoutVariablesItIsTheLastImageThatNeedsNoAccountOnAFreePort() {
        LocalStackSettings settings = LocalStackSettings.from(Map.of("LOCALSTACK_IMAGE", " "));

        assertThat(settings.image()).isEqualTo("localstack/localstack:4.14.0");
        assertThat(settings.endpoint()).isEmpty();
        assertThat(settings.port()).isEmpty();
        assertThat(settings.hostAddress()).isEmpty();
    }

    @Test
    void everyVariableIsRead() {
        LocalStackSettings settings =
                LocalStackSettings.from(
                        Map.of(
                                "LOCALSTACK_IMAGE", "localstack/localstack:4.14.0-from-packages",
                                "LOCALSTACK_ENDPOINT", "http://127.0.0.1:4566/",
                                "LOCALSTACK_PORT", "4566",
                                "LOCALSTACK_HOST_ADDRESS", "172.17.0.1"));

        assertThat(settings.image()).isEqualTo("localstack/localstack:4.14.0-from-packages");
        assertThat(settings.endpoint()).contains(URI.create("http://127.0.0.1:4566"));
        assertThat(settings.port()).hasValue(4566);
        assertThat(settings.hostAddress()).contains("172.17.0.1");
    }

    @Test
    void whatIsNoEndpointAndNoPortIsRefusedByName() {
        assertThatThrownBy(() ->
                        LocalStackSettings.from(Map.of("LOCALSTACK_ENDPOINT", "127.0.0.1:4566")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("LOCALSTACK_ENDPOINT")
                .hasMessageContaining("127.0.0.1:4566");
        assertThatThrownBy(() -> LocalStackSettings.from(Map.of("LOCALSTACK_PORT", "70000")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("LOCALSTACK_PORT");
    }
}
