package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.LoopbackAws;
import dev.bellwether.alerts.channel.DeliveryFailedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The calls as they go over the wire.
class DynamoAlertOutboxTest {
    private static final RowKey ROW = new RowKey("AAPL", "alert#1");
    private static final String REFUSED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"no\"}";
    private static final String THROTTLED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\",\"message\":\"slow down\"}";

    @Test
    void aRowIsReadConsistently() {
        try (LoopbackAws aws =
                        new LoopbackAws(
                                200,
                                "{\"Item\":{\"symbol\":{\"S\":\"AAPL\"},\"close\":{\"N\":\"1.50\"},\"gone\":{\"NULL\":true}}}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            assertThat(new DynamoAlertOutbox(client, "market").find(ROW))
                    .contains(Map.of("symbol", "AAPL", "close", "1.50"));

            assertThat(aws.requests.getFirst().target()).isEqualTo("DynamoDB_20120810.GetItem");
            assertThat(aws.requests.getFirst().body()).contains("\"ConsistentRead\":true");
        }
    }

    @Test
    void marksKeepWhatIsThere() {
        try (LoopbackAws aws = new LoopbackAws(200, "{}");
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            new DynamoAlertOutbox(client, "market").mark(ROW, Map.of("sent_at", "1"));

            assertThat(aws.requests.getFirst().body())
                    .contains("\"SET #m0 = if_not_exists(#m0, :m0)\"", "attribute_exists(#sk)");
        }
    }

    @Test
    void aRefusedConditionIsAnAnswer() {
        try (LoopbackAws aws = new LoopbackAws(400, REFUSED);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            AlertOutbox outbox = new DynamoAlertOutbox(client, "market");

            assertThat(outbox.claim(ROW, "claimed_at", Instant.EPOCH)).isFalse();
            assertThat(outbox.takeBudget(LocalDate.parse("2025-10-29"), "id", 20)).isFalse();
            assertThat(aws.requests.getLast().body())
                    .contains("\"symbol\":{\"S\":\"#alert-budget\"}", "\"day#2025-10-29\"")
                    .contains("contains(#ids, :id) OR size(#ids) < :most");
        }
    }

    @Test
    void anyOtherRefusalIsAFailedDelivery() {
        try (LoopbackAws aws = new LoopbackAws(400, THROTTLED);
                DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
            AlertOutbox outbox = new DynamoAlertOutbox(client, "market");

            assertThatThrownBy(() -> outbox.claim(ROW, "claimed_at", Instant.EPOCH))
                    .isInstanceOf(DeliveryFailedException.class)
                    .hasMessageContaining("in table market failed: slow down");
        }
    }
}
