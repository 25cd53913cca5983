package dev.bellwether.alerts;

import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/// An SNS topic.
record SnsAlertTopic(SnsClient client, String topicArn) implements AlertTopic {
    @Override
    public void publish(Alert alert) {
        try {
            client.publish(publish ->
                    publish.topicArn(topicArn)
                            .subject(alert.subject())
                            .message(alert.message() + "\nAlert " + alert.id())
                            .messageAttributes(
                                    Map.of(
                                            "symbol", text(alert.symbol().value()),
                                            "direction", text(alert.direction().id()),
                                            "rule", text(alert.rule()),
                                            "alert_id", text(alert.id()))));
        } catch (SdkException e) {
            throw new AwsCallFailedException(
                    "Publishing alert %s to %s failed: %s"
                            .formatted(alert.id(), topicArn, e.getMessage()),
                    e);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
