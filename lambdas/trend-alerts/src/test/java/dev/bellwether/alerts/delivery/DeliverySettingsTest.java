package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {
    @Test
    void everySettingIsRead() {
        assertThat(
                        DeliverySettings.from(
                                Map.of(
                                        "ALERT_DELIVERY", "at-most-once",
                                        "ALERT_QUIET_HOURS", "22:00-07:00",
                                        "ALERT_BUDGET", "5",
                                        "ALERT_WEBHOOK", "https://hook.example.com/x",
                                        "ALERT_WEBHOOK_SECRET_PARAMETER", "/a/b",
                                        "ALERT_SLACK_WEBHOOK_PARAMETER", "/a/c")))
                .isEqualTo(
                        new DeliverySettings(
                                DeliveryMode.AT_MOST_ONCE,
                                Optional.of(QuietHours.of("22:00-07:00")),
                                5,
                                Optional.of("https://hook.example.com/x"),
                                Optional.of("/a/b"),
                                Optional.of("/a/c")));
    }

    @Test
    void nothingHasToBeSet() {
        assertThat(DeliverySettings.from(Map.of()))
                .isEqualTo(
                        new DeliverySettings(
                                DeliveryMode.AT_LEAST_ONCE,
                                Optional.empty(),
                                20,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "ALERT_DELIVERY, exactly-once",
        "ALERT_QUIET_HOURS, night",
        "ALERT_BUDGET, 0",
        "ALERT_BUDGET, 1000",
        "ALERT_BUDGET, many"
    })
    void whatCannotBeReadIsShown(String name, String value) {
        assertThatThrownBy(() -> DeliverySettings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + value + "'");
    }
}
