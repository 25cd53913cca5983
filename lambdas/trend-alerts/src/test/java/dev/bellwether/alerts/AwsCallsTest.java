package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/// The calls as they go over the wire.
class AwsCallsTest {
    private static final Alert ALERT = TestAlerts.alert("AAPL", new BigDecimal("1E+2"));

    private static final String SORT_KEY = "alert#2025-10-29T13:30:00Z#" + ALERT.id();

    private static final Symbol AAPL = Symbol.of("AAPL");

    private static final Item ROW = TestAlerts.row(ALERT);

    private static final String REFUSED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"no\"}";

    private static final String THROTTLED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\",\"message\":\"slow down\"}";

    @Test
    void barsAreQueriedBackwardsAndConsistently() {
        String answer =
                """
                {"Count":1,"Items":[{"symbol":{"S":"AAPL"},"sk":{"S":"bar#1d#2025-10-29"},"open":{"N":"269.28"},"high":{"N":"271.41"},
                "low":{"N":"267.11"},"close":{"N":"269.7"},"volume":{"N":"51086742"},"provider":{"S":"alphavantage"},"basis":{"S":"raw"},
                "trading_day":{"S":"2025-10-29"},"scheduled_at":{"S":"2025-10-30T04:00:00Z"},"expires_at":{"NULL":true}}]}\
                """;
        try (LoopbackAws aws = new LoopbackAws(200, answer);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(
                            new DynamoMarketTable(client, "market")
                                    .newestThrough(
                                            Symbol.of("AAPL"), "bar#1d#", "bar#1d#2025-10-29", 40))
                    .extracting(stored -> stored.bar().close())
                    .containsExactly(new BigDecimal("269.7"));

            assertThat(aws.requests.getFirst().target()).isEqualTo("DynamoDB_20120810.Query");
            assertThat(aws.requests.getFirst().body())
                    .contains(
                            "\"ConsistentRead\":true", "\"ScanIndexForward\":false", "\"Limit\":40")
                    .contains("#symbol = :symbol AND #sk BETWEEN :first AND :last")
                    .contains("{\"S\":\"bar#1d#\"}", "{\"S\":\"bar#1d#2025-10-29\"}");
        }
    }

    @Test
    void anAlertIsPutOnceInTheContractsForm() {
        try (LoopbackAws aws = new LoopbackAws(200, "{}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            new DynamoMarketTable(client, "market").insert(ALERT);

            assertThat(aws.requests.getFirst().target()).isEqualTo("DynamoDB_20120810.PutItem");
            assertThat(aws.requests.getFirst().body())
                    .contains("\"ConditionExpression\":\"attribute_not_exists(#sk)\"")
                    .contains("\"sk\":{\"S\":\"" + SORT_KEY + "\"}")
                    .contains("\"reading\":{\"N\":\"100\"}", "\"reference\":{\"N\":\"268.75\"}")
                    .contains("\"status\":{\"S\":\"fired\"}", "\"severity\":{\"S\":\"warning\"}")
                    .contains("\"created_at\":{\"S\":\"2025-10-30T04:00:00Z\"}")
                    .contains("\"alert_id\":{\"S\":\"" + ALERT.id() + "\"}")
                    .doesNotContain("sent_at");
        }
    }

    @Test
    void anAlertThatIsThereAlreadyIsFine() {
        try (LoopbackAws aws = new LoopbackAws(400, REFUSED);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            DynamoMarketTable table = new DynamoMarketTable(client, "market");

            assertThatCode(() -> table.insert(ALERT)).doesNotThrowAnyException();
            assertThatCode(() -> table.markSent(ROW, Instant.EPOCH)).doesNotThrowAnyException();
        }
    }

    @Test
    void anyOtherRefusalIsAFailedCall() {
        try (LoopbackAws aws = new LoopbackAws(400, THROTTLED);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            DynamoMarketTable table = new DynamoMarketTable(client, "market");

            assertThatThrownBy(() -> table.insert(ALERT))
                    .isInstanceOf(AwsCallFailedException.class)
                    .hasMessageContaining(
                            "Writing alert %s of AAPL in table market failed: slow down"
                                    .formatted(ALERT.id()));
            assertThatThrownBy(() -> table.markSent(ROW, Instant.EPOCH))
                    .isInstanceOf(AwsCallFailedException.class);
            assertThatThrownBy(() -> table.findUnsent(AAPL, SORT_KEY))
                    .isInstanceOf(AwsCallFailedException.class);
            assertThatThrownBy(() -> table.newestThrough(AAPL, "bar#1d#", "bar#1d#~", 1))
                    .isInstanceOf(AwsCallFailedException.class);
        }
    }

    @Test
    void anUnsentRowIsReadConsistentlyAsTheAlertItHolds() {
        try (LoopbackAws aws = new LoopbackAws(200, "{\"Item\":%s}".formatted(row("")));
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(new DynamoMarketTable(client, "market").findUnsent(AAPL, SORT_KEY))
                    .hasValueSatisfying(
                            row -> assertThat(row.text("message")).isEqualTo(ROW.text("message")));

            assertThat(aws.requests.getFirst().target()).isEqualTo("DynamoDB_20120810.GetItem");
            assertThat(aws.requests.getFirst().body())
                    .contains("\"ConsistentRead\":true", "{\"S\":\"" + SORT_KEY + "\"}");
        }
    }

    @Test
    void aSentRowIsNotUnsent() {
        String sent = row(",\"sent_at\":{\"S\":\"2025-10-30T04:00:05Z\"}");
        try (LoopbackAws aws = new LoopbackAws(200, "{\"Item\":%s}".formatted(sent));
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(new DynamoMarketTable(client, "market").findUnsent(AAPL, SORT_KEY))
                    .isEmpty();
        }
    }

    @Test
    void aRetractedRowIsNotUnsent() {
        String retracted = row("").replace("\"fired\"", "\"retracted\"");
        try (LoopbackAws aws = new LoopbackAws(200, "{\"Item\":%s}".formatted(retracted));
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(new DynamoMarketTable(client, "market").findUnsent(AAPL, SORT_KEY))
                    .isEmpty();
        }
    }

    @Test
    void aRowIsRetractedOnce() {
        try (LoopbackAws aws = new LoopbackAws(200, "{}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            new DynamoMarketTable(client, "market")
                    .retract(AlertRow.of(ROW), Instant.parse("2025-10-31T04:00:00Z"));

            assertThat(aws.requests.getFirst().body())
                    .contains("\"attribute_exists(#sk) AND #status <> :retracted\"")
                    .contains("\"SET #status = :retracted, #at = :at\"");
        }
    }

    @Test
    void rulesAreReadOverTheStandardOnesAndARowThatIsNoneIsSaidSo() {
        String answer =
                """
                {"Count":2,"Items":[{"symbol":{"S":"#rules"},"sk":{"S":"rule#sma-daily"},"rule_id":{"S":"sma-daily"},"version":{"N":"2"},
                "kind":{"S":"sma-crossover:10,50"},"feed":{"S":"alphavantage"},"basis":{"S":"split"},"timeframe":{"S":"1d"},"band":{"N":"1"},
                "cool_down_bars":{"N":"0"},"longest_gap":{"N":"5"},"severity":{"S":"info"},"status":{"S":"enabled"},
                "since":{"S":"2025-10-29T04:00:00Z"}},{"symbol":{"S":"#rules"},"sk":{"S":"rule#x"},"rule_id":{"S":"x"}}]}\
                """;
        try (LoopbackAws aws = new LoopbackAws(200, answer);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            RuleBook.Page page = new DynamoMarketTable(client, "market").read();

            assertThat(page.rules())
                    .extracting(rule -> rule.definition().kind().text())
                    .containsExactly("percent-change:5", "sma-crossover:10,50");
            assertThat(page.unreadable())
                    .singleElement()
                    .extracting(RuleBook.Unreadable::problem)
                    .isEqualTo("Row of rule x has no version");
        }
    }

    @Test
    void aRowThatIsGoneIsNotUnsent() {
        try (LoopbackAws aws = new LoopbackAws(200, "{}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(new DynamoMarketTable(client, "market").findUnsent(AAPL, SORT_KEY))
                    .isEmpty();
        }
    }

    @Test
    void aRowIsMarkedOnce() {
        try (LoopbackAws aws = new LoopbackAws(200, "{}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            new DynamoMarketTable(client, "market")
                    .markSent(ROW, Instant.parse("2025-10-30T04:00:05Z"));

            assertThat(aws.requests.getFirst().target()).isEqualTo("DynamoDB_20120810.UpdateItem");
            assertThat(aws.requests.getFirst().body())
                    .contains("\"attribute_exists(#sk) AND attribute_not_exists(#sent_at)\"")
                    .contains("\"SET #sent_at = :sent_at\"", "{\"S\":\"2025-10-30T04:00:05Z\"}");
        }
    }

    @Test
    void aMessageIsPublishedWithItsIdAndAttributes() {
        String answer =
                """
                <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>\
                """;
        try (LoopbackAws aws = new LoopbackAws(200, answer);
                SnsClient client = aws.client(SnsClient.builder())) {
            new SnsAlertTopic(client, "arn:aws:sns:us-east-1:123456789012:alerts").publish(ROW);

            assertThat(URLDecoder.decode(aws.requests.getFirst().body(), StandardCharsets.UTF_8))
                    .contains(
                            "Action=Publish", "TopicArn=arn:aws:sns:us-east-1:123456789012:alerts")
                    .contains("Subject=AAPL: SMA-5 crossed above SMA-20 on 2025-10-29")
                    .contains("Not investment advice.\nAlert " + ALERT.id())
                    .contains("Name=symbol", "Name=direction", "Name=rule", "Name=alert_id");
        }
    }

    @Test
    void anObjectIsPutUnderItsKey() {
        try (LoopbackAws aws = new LoopbackAws(200, "");
                S3Client client = aws.client(S3Client.builder())) {
            new S3LakeObjects(client, "lake")
                    .put("alerts/dt=2025-10-29/a.json", AlertJson.write(ROW));

            assertThat(aws.requests.getFirst().path())
                    .isEqualTo("/lake/alerts/dt=2025-10-29/a.json");
            assertThat(aws.requests.getFirst().body())
                    .contains("\"close\":271.5,\"reading\":100,\"reference\":268.75,");
        }
    }

    private static String row(String more) {
        StringBuilder json = new StringBuilder("{");
        ROW.attributes()
                .forEach((name, value) -> {
                    if (!name.equals("receipt")) {
                        json.append("\"%s\":{\"S\":\"%s\"},".formatted(name, value));
                    }
                });
        json.setLength(json.length() - 1);
        return json.append(more).append('}').toString();
    }
}
