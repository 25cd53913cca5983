package dev.bellwether.alerts.delivery;

import java.util.Map;
import java.util.Optional;

/// How messages are sent, as the environment says.
///
/// @param budgetOfADay messages of a New York day that are not held
/// @param webhook https:// address that gets signed JSON
/// @param webhookSecretParameter name of the SSM SecureString that signs it
/// @param slackWebhookParameter name of the SSM SecureString that holds Slack's address
public record DeliverySettings(
        DeliveryMode mode,
        Optional<QuietHours> quietHours,
        int budgetOfADay,
        Optional<String> webhook,
        Optional<String> webhookSecretParameter,
        Optional<String> slackWebhookParameter) {
    private static final String STANDARD_BUDGET = "20";

    /// What is not set is at least once, without quiet hours, 20 messages a day, and no webhook.
    /// Throws IllegalArgumentException that names a variable which cannot be read.
    public static DeliverySettings from(Map<String, String> environment) {
        return new DeliverySettings(
                find(environment, "ALERT_DELIVERY")
                        .map(DeliveryMode::of)
                        .orElse(DeliveryMode.AT_LEAST_ONCE),
                find(environment, "ALERT_QUIET_HOURS").map(QuietHours::of),
                budget(find(environment, "ALERT_BUDGET").orElse(STANDARD_BUDGET)),
                find(environment, "ALERT_WEBHOOK"),
                find(environment, "ALERT_WEBHOOK_SECRET_PARAMETER"),
                find(environment, "ALERT_SLACK_WEBHOOK_PARAMETER"));
    }

    private static int budget(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(
                    "ALERT_BUDGET is '%s' and not a number from 1 to 999".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
