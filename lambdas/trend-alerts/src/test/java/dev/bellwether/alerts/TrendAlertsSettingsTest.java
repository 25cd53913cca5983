package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.delivery.DeliverySettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendAlertsSettingsTest {
    private static final Map<String, String> COMPLETE =
            Map.of(
                    "LAKE_BUCKET",
                    "lake",
                    "MARKET_TABLE",
                    "market",
                    "ALERT_TOPIC_ARN",
                    "arn:topic",
                    "AWS_REGION",
                    "us-east-1");

    @Test
    void everySettingIsRead() {
        assertThat(TrendAlertsSettings.from(COMPLETE))
                .isEqualTo(
                        new TrendAlertsSettings(
                                "lake",
                                "market",
                                "arn:topic",
                                "us-east-1",
                                DeliverySettings.from(COMPLETE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAKE_BUCKET", "MARKET_TABLE", "ALERT_TOPIC_ARN", "AWS_REGION"})
    void aMissingSettingIsNamed(String name) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.remove(name);

        assertThatThrownBy(() -> TrendAlertsSettings.from(environment))
                .hasMessage(name + " is not set");
    }
}
