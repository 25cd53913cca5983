package dev.bellwether.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.Digest;
import dev.bellwether.alerts.message.NoticeKind;
import dev.bellwether.alerts.message.Outgoing;
import dev.bellwether.alerts.message.Texts;
import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AwsContract
final class SnsTopicContract {
    private final AwsUnderTest aws;
    private final Sender topic;

    SnsTopicContract(AwsUnderTest aws) {
        this.aws = aws;
        topic = new SnsTopic(aws.sns(), aws.ref(Declared.TOPIC));
    }

    @Test
    void aTelephoneGetsTheShortTextOfWhatItsPolicyNames() {
        AlertNotice up = notice("aaaa0001", "SN-AAPL", "up", "sma-daily");
        AlertNotice down = notice("aaaa0002", "SN-AAPL", "down", "sma-daily");
        AlertNotice symbolDown = notice("aaaa0003", "NVDA", "down", "sma-daily");
        AlertNotice muted = notice("aaaa0004", "NVDA", "down", "muted");
        List<Outgoing> alerts = List.of(up, down, symbolDown, muted);

        alerts.forEach(topic::send);

        assertThat(sentTo(Declared.PHONE_OF_ALL, alerts, 4))
                .containsExactlyInAnyOrder(sms(up), sms(down), sms(symbolDown), sms(muted));
        assertThat(sentTo(Declared.PHONE_OF_UP, alerts, 1)).containsExactly(sms(up));
        assertThat(sentTo(Declared.PHONE_OF_SYMBOLS, alerts, 1)).containsExactly(sms(symbolDown));
    }

    @Test
    void aDigestPassesWhereOneOfItsAlertsDoes() {
        Digest some =
                new Digest(
                        "bbbb0001",
                        List.of(
                                notice("bbbb0002", "SN-META", "down", "sma-daily"),
                                notice("bbbb0003", "SN-AMZN", "up", "sma-daily")));
        Digest none =
                new Digest("bbbb0004", List.of(notice("bbbb0005", "SN-NFLX", "down", "sma-daily")));
        List<Outgoing> digests = List.of(some, none);

        digests.forEach(topic::send);

        assertThat(sentTo(Declared.PHONE_OF_ALL, digests, 2)).hasSize(2);
        assertThat(sentTo(Declared.PHONE_OF_UP, digests, 1)).containsExactly(sms(some));
    }

    @Test
    void aTopicThatIsNotThereIsAFailedDelivery() {
        String arn = aws.ref(Declared.TOPIC) + "-never-declared";

        assertThatThrownBy(() ->
                        new SnsTopic(aws.sns(), arn)
                                .send(notice("cccc0001", "SN-NONE", "up", "rule")))
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessageContaining(arn);
    }

    @Test
    void theLongestTextsAreTaken() {
        AlertNotice longest = notice("dddd0001", "SN-LONG", "€".repeat(5000), "rule");

        topic.send(longest);

        assertThat(Texts.of(longest).subject()).hasSize(99);
        assertThat(sentTo(Declared.PHONE_OF_ALL, List.of(longest), 1))
                .containsExactly(sms(longest));
    }

    /// Texts of these messages that the phone got; others publish, too.
    private List<String> sentTo(String phone, List<Outgoing> messages, int count) {
        List<String> texts = messages.stream().map(SnsTopicContract::sms).toList();
        return Eventually.seen(
                () -> aws.sentTo(phone).stream().filter(texts::contains).toList(),
                sent -> sent.size() >= count);
    }

    private static String sms(Outgoing message) {
        return Texts.of(message).sms();
    }

    private static AlertNotice notice(String id, String symbol, String direction, String rule) {
        return AlertNotice.read(
                Map.of(
                        "symbol",
                        symbol,
                        "alert_id",
                        id,
                        "rule",
                        rule,
                        "bar_day",
                        "2025-10-29",
                        "direction",
                        direction,
                        "close",
                        "10",
                        "message",
                        symbol + ": crossed " + direction + " on 2025-10-29",
                        "created_at",
                        "2025-10-30T04:00:00Z"),
                NoticeKind.FIRED);
    }
}
