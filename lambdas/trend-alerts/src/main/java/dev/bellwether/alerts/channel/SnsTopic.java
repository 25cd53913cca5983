package dev.bellwether.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.Digest;
import dev.bellwether.alerts.message.NoticeJson;
import dev.bellwether.alerts.message.Outgoing;
import dev.bellwether.alerts.message.TestNotice;
import dev.bellwether.alerts.message.Texts;
import dev.bellwether.market.rule.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/// An SNS topic: one call, of which each protocol takes its own text.
///
/// Subscriptions choose by the attributes. A digest has those of all its alerts. A test has the
/// value [#ANY] where an alert has its symbol: every policy of ours lets it through.
///
/// @param topicArn whose subscriptions have policies on `channel`
public record SnsTopic(SnsClient client, String topicArn) implements Sender {
    /// Value of symbol, direction, severity and rule of a test.
    public static final String ANY = "test";

    private static final List<String> PROTOCOLS = List.of("email", "sms");

    @Override
    public SendOutcome send(Outgoing message) {
        Texts texts = Texts.of(message);
        Map<String, String> byProtocol = new TreeMap<>();
        byProtocol.put("default", texts.email());
        byProtocol.put("email", texts.email());
        byProtocol.put("sms", texts.sms());
        try {
            client.publish(publish ->
                    publish.topicArn(topicArn)
                            .subject(texts.subject())
                            .messageStructure("json")
                            .message(new String(NoticeJson.texts(byProtocol), UTF_8))
                            .messageAttributes(attributes(message)));
            return new SendOutcome.Sent();
        } catch (SdkException e) {
            throw new DeliveryFailedException(
                    "Publishing %s %s to %s failed: %s"
                            .formatted(message.kind().id(), message.id(), topicArn, e.getMessage()),
                    e);
        }
    }

    private static Map<String, MessageAttributeValue> attributes(Outgoing message) {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        attributes.put("kind", text(message.kind().id()));
        attributes.put("alert_id", text(message.id()));
        switch (message) {
            case AlertNotice notice -> {
                attributes.put("symbol", text(notice.symbol()));
                attributes.put("direction", text(notice.direction()));
                attributes.put("severity", text(notice.severity().id()));
                attributes.put("rule", text(notice.ruleId()));
                attributes.put("channel", list(PROTOCOLS));
            }
            case Digest digest -> {
                attributes.put("symbol", each(digest, AlertNotice::symbol));
                attributes.put("direction", each(digest, AlertNotice::direction));
                attributes.put("severity", each(digest, SnsTopic::severity));
                attributes.put("rule", each(digest, AlertNotice::ruleId));
                attributes.put("channel", list(PROTOCOLS));
            }
            case TestNotice test -> {
                for (String name : List.of("symbol", "direction", "severity", "rule")) {
                    attributes.put(name, text(ANY));
                }
                attributes.put("channel", list(new TreeSet<>(test.protocols())));
            }
        }
        return attributes;
    }

    private static String severity(AlertNotice notice) {
        Severity severity = notice.severity();
        return severity.id();
    }

    private static MessageAttributeValue each(
            Digest digest, Function<AlertNotice, String> attribute) {
        Set<String> values = new TreeSet<>();
        digest.notices().stream().map(attribute).forEach(values::add);
        return list(values);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    private static MessageAttributeValue list(Collection<String> values) {
        return MessageAttributeValue.builder()
                .dataType("String.Array")
                .stringValue(new String(NoticeJson.list(values), UTF_8))
                .build();
    }
}
