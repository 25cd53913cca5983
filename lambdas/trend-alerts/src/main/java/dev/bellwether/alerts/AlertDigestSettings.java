package dev.bellwether.alerts;

import static java.util.Objects.requireNonNull;

import dev.bellwether.alerts.delivery.DeliverySettings;
import java.util.Map;

/// What the function of digests and tests is told by its environment.
///
/// @param marketTable name of the DynamoDB table
/// @param alertTopicArn SNS topic of the messages
/// @param region AWS region of both
/// @param delivery how messages are sent
public record AlertDigestSettings(
        String marketTable, String alertTopicArn, String region, DeliverySettings delivery) {
    /// Throws NullPointerException that names a variable which is not set, and
    /// IllegalArgumentException that names one which cannot be read.
    public static AlertDigestSettings from(Map<String, String> environment) {
        return new AlertDigestSettings(
                requireNonNull(environment.get("MARKET_TABLE"), "MARKET_TABLE is not set"),
                requireNonNull(environment.get("ALERT_TOPIC_ARN"), "ALERT_TOPIC_ARN is not set"),
                requireNonNull(environment.get("AWS_REGION"), "AWS_REGION is not set"),
                DeliverySettings.from(environment));
    }
}
