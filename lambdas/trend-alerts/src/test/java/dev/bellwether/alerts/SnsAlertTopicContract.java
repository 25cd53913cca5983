package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import dev.bellwether.aws.Eventually;
import dev.bellwether.market.Direction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AwsContract
final class SnsAlertTopicContract {
    private final AwsUnderTest aws;
    private final AlertTopic topic;

    SnsAlertTopicContract(AwsUnderTest aws) {
        this.aws = aws;
        topic = new SnsAlertTopic(aws.sns(), aws.ref(Declared.TOPIC));
    }

    @Test
    void aSubscriptionGetsTheAlertsWhoseAttributesItsPolicyNames() {
        Item up = alert("SN-AAPL", Direction.UP, "sma-crossover:5,20");
        Item down = alert("SN-AAPL", Direction.DOWN, "sma-crossover:5,20");
        Item symbolDown = alert("NVDA", Direction.DOWN, "sma-crossover:5,20");
        Item muted = alert("NVDA", Direction.DOWN, "muted");
        List<Item> alerts = List.of(up, down, symbolDown, muted);

        alerts.forEach(topic::publish);

        assertThat(sentTo(Declared.PHONE_OF_ALL, alerts, 4))
                .containsExactlyInAnyOrder(text(up), text(down), text(symbolDown), text(muted));
        assertThat(sentTo(Declared.PHONE_OF_UP, alerts, 1)).containsExactly(text(up));
        assertThat(sentTo(Declared.PHONE_OF_SYMBOLS, alerts, 1)).containsExactly(text(symbolDown));
    }

    @Test
    void aTopicThatIsNotThereIsAFailedCall() {
        String arn = aws.ref(Declared.TOPIC) + "-never-declared";

        assertThatThrownBy(() ->
                        new SnsAlertTopic(aws.sns(), arn)
                                .publish(alert("SN-NONE", Direction.UP, "rule")))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining(arn);
    }

    @Test
    @DiffersOn(
            value = "localstack",
            how = "takes any subject that is not empty",
            source = "https://docs.aws.amazon.com/sns/latest/api/API_Publish.html")
    void aSubjectThatSnsDoesNotTakeIsAFailedCall() {
        Item alert = alert("SN-SUBJECT", Direction.UP, "rule", "x".repeat(100) + ". Close 1.");

        assertThatThrownBy(() -> topic.publish(alert)).isInstanceOf(AwsCallFailedException.class);
    }

    /// Texts of these alerts that the phone got; others publish, too.
    private List<String> sentTo(String phone, List<Item> alerts, int count) {
        List<String> texts = alerts.stream().map(SnsAlertTopicContract::text).toList();
        return Eventually.seen(
                () -> aws.sentTo(phone).stream().filter(texts::contains).toList(),
                sent -> sent.size() >= count);
    }

    private static String text(Item alert) {
        return alert.text("message") + "\nAlert " + alert.text("alert_id");
    }

    private static Item alert(String symbol, Direction direction, String rule) {
        return alert(symbol, direction, rule, symbol + ": crossed on 2025-10-29. Rule " + rule);
    }

    private static Item alert(String symbol, Direction direction, String rule, String message) {
        Map<String, String> row =
                new HashMap<>(
                        TestAlerts.row(TestAlerts.alert(symbol, BigDecimal.TEN, direction))
                                .attributes());
        row.put("rule", rule);
        row.put("message", message);
        return new Item(row);
    }
}
