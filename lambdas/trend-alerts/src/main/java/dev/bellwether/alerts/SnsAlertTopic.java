package dev.bellwether.alerts;

import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/// An SNS topic.
record SnsAlertTopic(SnsClient client, String topicArn) implements AlertTopic {
    @Override
    public void publish(Item row) {
        try {
            client.publish(publish ->
                    publish.topicArn(topicArn)
                            .subject(subject(row.text("message")))
                            .message(row.text("message") + "\nAlert " + row.text("alert_id"))
                            .messageAttributes(
                                    Map.of(
                                            "symbol", text(row.text("symbol")),
                                            "direction", text(row.text("direction")),
                                            "rule", text(row.text("rule")),
                                            "alert_id", text(row.text("alert_id")))));
        } catch (SdkException e) {
            throw new AwsCallFailedException(
                    "Publishing alert %s to %s failed: %s"
                            .formatted(row.text("alert_id"), topicArn, e.getMessage()),
                    e);
        }
    }

    /// The message's first sentence.
    private static String subject(String message) {
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
