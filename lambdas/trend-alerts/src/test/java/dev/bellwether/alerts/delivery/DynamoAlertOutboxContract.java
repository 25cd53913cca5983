package dev.bellwether.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alerts.channel.DeliveryFailedException;
import dev.bellwether.alerts.message.NoticeKind;
import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Race;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@AwsContract
final class DynamoAlertOutboxContract {
    private static final Instant AT = Instant.parse("2025-10-30T04:00:01Z");

    private final DynamoDbClient dynamo;
    private final String tableName;
    private final AlertOutbox outbox;

    DynamoAlertOutboxContract(AwsUnderTest aws) {
        dynamo = aws.dynamoDb();
        tableName = aws.ref(Declared.TABLE);
        outbox = new DynamoAlertOutbox(dynamo, tableName);
    }

    @Test
    void aRowIsFoundWithItsTextsAndNumbers() {
        RowKey row = row("AO-FIND", Map.of("close", AttributeValue.fromN("269.70")));

        assertThat(outbox.find(row))
                .hasValueSatisfying(found ->
                        assertThat(found)
                                .containsEntry("symbol", "AO-FIND")
                                .containsEntry("sk", "alert#1")
                                .hasEntrySatisfying(
                                        "close", close -> assertThat(close).startsWith("269.7")));
        assertThat(outbox.find(new RowKey("AO-FIND", "alert#2"))).isEmpty();
    }

    @Test
    void ofManyClaimsOneIsGranted() throws Exception {
        RowKey row = row("AO-CLAIM", Map.of());

        List<Boolean> claims =
                Race.run(writer -> () -> outbox.claim(row, "claimed_at", AT.plusSeconds(writer)));

        assertThat(claims).containsOnlyOnce(true);
        assertThat(outbox.claim(row, "claimed_at", AT)).isFalse();
        assertThat(outbox.claim(row, "webhook_claimed_at", AT)).isTrue();
        assertThat(outbox.claim(new RowKey("AO-NONE", "alert#1"), "claimed_at", AT)).isFalse();
        assertThat(outbox.find(new RowKey("AO-NONE", "alert#1"))).isEmpty();
    }

    @Test
    void aMarkThatIsThereStays() {
        RowKey row = row("AO-MARK", Map.of());

        outbox.mark(row, Map.of("sent_at", "1", "digest_id", "d"));
        outbox.mark(row, Map.of("sent_at", "2", "webhook_failed", "answered 404"));

        assertThat(outbox.find(row))
                .hasValueSatisfying(found ->
                        assertThat(found)
                                .containsEntry("sent_at", "1")
                                .containsEntry("digest_id", "d")
                                .containsEntry("webhook_failed", "answered 404"));
    }

    @Test
    void markingARowThatIsGoneMakesNone() {
        RowKey gone = new RowKey("AO-GONE", "alert#1");

        outbox.mark(gone, Map.of("sent_at", "1"));

        assertThat(outbox.find(gone)).isEmpty();
    }

    @Test
    void aDaysBudgetIsTakenByExactlySoManyAlerts() throws Exception {
        LocalDate day = LocalDate.parse("1999-01-04");

        List<Boolean> taken = Race.run(writer -> () -> outbox.takeBudget(day, "id" + writer, 3));

        assertThat(taken.stream().filter(had -> had).count()).isEqualTo(Math.min(3, taken.size()));
        for (int writer = 0; writer < taken.size(); writer++) {
            assertThat(outbox.takeBudget(day, "id" + writer, 3))
                    .as("asked again")
                    .isEqualTo(taken.get(writer));
        }
        assertThat(outbox.takeBudget(day.plusDays(1), "id0", 1)).isTrue();
    }

    @Test
    void heldAlertsComeOldestFirstUntilTheyAreReleased() {
        Held late = held("AO-HELD", AT.plusSeconds(1), NoticeKind.RETRACTED);
        Held early = held("AO-HELD", AT, NoticeKind.FIRED);
        outbox.hold(late, HoldReason.BUDGET);
        outbox.hold(early, HoldReason.QUIET_HOURS);
        outbox.hold(early, HoldReason.QUIET_HOURS);

        assertThat(ours()).containsExactly(early, late);
        outbox.release(early);
        assertThat(ours()).containsExactly(late);
        outbox.release(late);
        outbox.release(late);
        assertThat(ours()).isEmpty();
    }

    private List<Held> ours() {
        return outbox.held(100).stream()
                .filter(held -> held.row().symbol().equals("AO-HELD"))
                .toList();
    }

    private static Held held(String symbol, Instant at, NoticeKind kind) {
        return Held.of(new RowKey(symbol, "alert#1"), kind, at, "id");
    }

    @Test
    void thereIsOnePlanAtATimeAndItIsMarkedLikeARow() {
        DigestPlan first =
                DigestPlan.of(List.of(held("AO-PLAN", AT, NoticeKind.FIRED)), List.of("id-fired"));
        DigestPlan second =
                DigestPlan.of(List.of(held("AO-PLAN", AT, NoticeKind.RETRACTED)), List.of("other"));

        outbox.open(first);
        outbox.open(second);
        outbox.mark(DigestPlan.KEY, Map.of("sent_at", "1"));

        Map<String, String> stored = outbox.find(DigestPlan.KEY).orElseThrow();
        assertThat(DigestPlan.read(stored)).isEqualTo(first);
        assertThat(stored).containsEntry("sent_at", "1");
        outbox.close(first);
        assertThat(outbox.find(DigestPlan.KEY)).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsAFailedDelivery() {
        AlertOutbox none = new DynamoAlertOutbox(dynamo, "never-declared");
        RowKey row = new RowKey("AO-TABLE", "alert#1");

        assertThatThrownBy(() -> none.find(row))
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessageContaining("never-declared");
        assertThatThrownBy(() -> none.claim(row, "claimed_at", AT))
                .isInstanceOf(DeliveryFailedException.class);
        assertThatThrownBy(() -> none.mark(row, Map.of("sent_at", "1")))
                .isInstanceOf(DeliveryFailedException.class);
        assertThatThrownBy(() -> none.takeBudget(LocalDate.EPOCH, "id", 1))
                .isInstanceOf(DeliveryFailedException.class);
        assertThatThrownBy(() -> none.held(1)).isInstanceOf(DeliveryFailedException.class);
    }

    private RowKey row(String symbol, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("symbol", AttributeValue.fromS(symbol));
        item.put("sk", AttributeValue.fromS("alert#1"));
        dynamo.putItem(put -> put.tableName(tableName).item(item));
        return new RowKey(symbol, "alert#1");
    }
}
