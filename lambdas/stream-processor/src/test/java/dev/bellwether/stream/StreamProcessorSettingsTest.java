package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamProcessorSettingsTest {
    private static final Map<String, String> COMPLETE =
            Map.of("LAKE_BUCKET", "lake", "MARKET_TABLE", "market", "AWS_REGION", "us-east-1");

    @Test
    void everySettingIsRead() {
        assertThat(StreamProcessorSettings.from(COMPLETE))
                .isEqualTo(new StreamProcessorSettings("lake", "market", "us-east-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAKE_BUCKET", "MARKET_TABLE", "AWS_REGION"})
    void aMissingSettingIsNamed(String name) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.remove(name);

        assertThatThrownBy(() -> StreamProcessorSettings.from(environment))
                .hasMessage(name + " is not set");
    }
}
