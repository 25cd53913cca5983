package dev.bellwether.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.LoopbackAws;
import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.Digest;
import dev.bellwether.alerts.message.NoticeKind;
import dev.bellwether.alerts.message.Outgoing;
import dev.bellwether.alerts.message.Rows;
import dev.bellwether.alerts.message.TestNotice;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

/// The call as it goes over the wire.
class SnsTopicTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:alerts";
    private static final String PUBLISHED =
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>";
    private static final AlertNotice AAPL = notice("AAPL", "up", "warning");
    private static final AlertNotice MSFT = notice("MSFT", "down", "info");

    @Test
    void oneCallHasATextForEachProtocol() {
        Map<String, String> form = publish(AAPL);

        assertThat(form)
                .containsEntry("Action", "Publish")
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("MessageStructure", "json")
                .containsEntry("Subject", "AAPL: SMA-5 crossed above SMA-20 on 2025-10-29");
        assertThat(form.get("Message"))
                .startsWith("{\"default\":\"AAPL: SMA-5 crossed")
                .contains("\"email\":\"AAPL: SMA-5 crossed")
                .contains("\"sms\":\"Bellwether: AAPL: SMA-5 crossed");
    }

    @Test
    void subscriptionsChooseByTheAttributes() {
        assertThat(attributes(publish(AAPL)))
                .containsExactly(
                        "alert_id String 0123",
                        "channel String.Array [\"email\",\"sms\"]",
                        "direction String up",
                        "kind String fired",
                        "rule String sma-daily",
                        "severity String warning",
                        "symbol String AAPL");
    }

    @Test
    void aDigestHasTheAttributesOfAllItsAlerts() {
        assertThat(attributes(publish(new Digest("d1", List.of(MSFT, AAPL, AAPL)))))
                .containsExactly(
                        "alert_id String d1",
                        "channel String.Array [\"email\",\"sms\"]",
                        "direction String.Array [\"down\",\"up\"]",
                        "kind String digest",
                        "rule String.Array [\"sma-daily\"]",
                        "severity String.Array [\"info\",\"warning\"]",
                        "symbol String.Array [\"AAPL\",\"MSFT\"]");
    }

    @Test
    void aTestPassesEveryFilterAndGoesToOneProtocol() {
        assertThat(attributes(publish(new TestNotice("t1", Instant.EPOCH, Set.of("sms")))))
                .containsExactly(
                        "alert_id String t1",
                        "channel String.Array [\"sms\"]",
                        "direction String test",
                        "kind String test",
                        "rule String test",
                        "severity String test",
                        "symbol String test");
    }

    @Test
    void aRefusalIsAFailedDelivery() {
        String throttled =
                "<ErrorResponse><Error><Type>Sender</Type><Code>Throttled</Code><Message>slow down</Message></Error></ErrorResponse>";
        try (LoopbackAws aws = new LoopbackAws(429, throttled);
                SnsClient client = aws.client(SnsClient.builder())) {
            assertThatThrownBy(() -> new SnsTopic(client, TOPIC).send(AAPL))
                    .isInstanceOf(DeliveryFailedException.class)
                    .hasMessageContaining(
                            "Publishing fired 0123 to " + TOPIC + " failed: slow down");
        }
    }

    private static Map<String, String> publish(Outgoing message) {
        try (LoopbackAws aws = new LoopbackAws(200, PUBLISHED);
                SnsClient client = aws.client(SnsClient.builder())) {
            assertThat(new SnsTopic(client, TOPIC).send(message)).isEqualTo(new SendOutcome.Sent());
            Map<String, String> form = new TreeMap<>();
            for (String field : aws.requests.getFirst().body().split("&")) {
                String[] parts = field.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
            return form;
        }
    }

    private static List<String> attributes(Map<String, String> form) {
        return form.keySet().stream()
                .filter(name -> name.endsWith(".Name"))
                .map(name -> name.replace(".Name", ""))
                .map(entry ->
                        form.get(entry + ".Name")
                                + " "
                                + form.get(entry + ".Value.DataType")
                                + " "
                                + form.get(entry + ".Value.StringValue"))
                .sorted()
                .toList();
    }

    private static AlertNotice notice(String symbol, String direction, String severity) {
        return AlertNotice.read(
                Rows.with(
                        Rows.fired("0123"),
                        "symbol",
                        symbol,
                        "direction",
                        direction,
                        "severity",
                        severity),
                NoticeKind.FIRED);
    }
}
