package dev.bellwether.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.ingest.alphavantage.DailyRun.Mode;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.FactRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@AwsContract
final class BarTableContract {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-02");
    private static final DailyRun RUN =
            new DailyRun(Instant.parse("2025-10-30T04:00:00Z"), Mode.SCHEDULED, List.of());

    private final DynamoDbClient dynamo;
    private final String table;
    private final List<Duration> pauses = new ArrayList<>();

    BarTableContract(AwsUnderTest aws) {
        dynamo = aws.dynamoDb();
        table = aws.ref(Declared.TABLE);
    }

    @Test
    void moreBarsThanOneCallTakesAreAllThereInTheOrderOfTheirDays() {
        List<OhlcvBar> bars = bars("BT-MANY", 260);

        table(dynamo).put(bars, RUN);

        assertThat(stored("BT-MANY"))
                .extracting(item -> item.get("sk").s())
                .containsExactlyElementsOf(
                        bars.stream().map(bar -> "bar#1d#" + bar.tradingDay()).toList());
        assertThat(pauses).isEmpty();
    }

    @Test
    void aBarThatIsPutAgainReplacesTheOneThatIsThere() {
        table(dynamo).put(bars("BT-TWICE", 2), RUN);
        OhlcvBar restated = bar("BT-TWICE", FIRST_DAY, new BigDecimal("11"));

        table(dynamo)
                .put(
                        List.of(restated),
                        new DailyRun(RUN.scheduledTime(), Mode.BACKFILL, List.of()));

        assertThat(stored("BT-TWICE")).hasSize(2);
        assertThat(stored("BT-TWICE").getFirst())
                .containsEntry("close", AttributeValue.fromN("11"))
                .doesNotContainKey("run_day");
    }

    @Test
    void factsStandBesideTheBarsAndALaterOneReplacesThem() {
        Symbol symbol = Symbol.of("BT-FACTS");
        BarTable facts = table(dynamo);

        facts.putFacts(
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                FactRow.ofCondition(
                                        symbol,
                                        FIRST_DAY.plusDays(i),
                                        DataCondition.DEGRADED,
                                        "flat"))
                        .toList());
        facts.putFacts(
                List.of(FactRow.ofCondition(symbol, FIRST_DAY, DataCondition.AVAILABLE, "")));

        assertThat(stored("BT-FACTS")).hasSize(60);
        assertThat(stored("BT-FACTS").getFirst())
                .containsEntry("condition", AttributeValue.fromS("available"))
                .containsEntry("reason", AttributeValue.fromS(""));
    }

    @Test
    void everyDigitOfAPriceIsKept() {
        BigDecimal exact = new BigDecimal("10.123456789012345678901234567890123456");
        assertThat(exact.precision()).isEqualTo(38);

        table(dynamo).put(List.of(bar("BT-EXACT", FIRST_DAY, exact)), RUN);

        assertThat(stored("BT-EXACT").getFirst())
                .containsEntry("close", AttributeValue.fromN(exact.toPlainString()))
                .containsEntry("volume", AttributeValue.fromN("9223372036854775807"));
    }

    @Test
    void aNumberComesBackWithoutTheZerosItWasWrittenWith() {
        table(dynamo).put(List.of(bar("BT-ZEROS", FIRST_DAY, new BigDecimal("10.5000"))), RUN);

        assertThat(stored("BT-ZEROS").getFirst())
                .containsEntry("close", AttributeValue.fromN("10.5"));
    }

    @Test
    void whatTheTablePutsOffIsWrittenByTheNextCalls() {
        PuttingOff puttingOff = new PuttingOff(dynamo);
        List<OhlcvBar> bars = bars("BT-OFF", 60);

        table(puttingOff).put(bars, RUN);

        assertThat(stored("BT-OFF")).hasSize(60);
        assertThat(puttingOff.calls).isGreaterThan(4);
        assertThat(pauses).isNotEmpty();
    }

    /// Takes the first half of each call and puts off the rest, as a throttled table does. No
    /// stand-in for DynamoDB throttles.
    private static final class PuttingOff implements DynamoDbClient {
        private final DynamoDbClient real;
        private int calls;

        PuttingOff(DynamoDbClient real) {
            this.real = real;
        }

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            calls++;
            Map.Entry<String, List<WriteRequest>> only =
                    request.requestItems().entrySet().iterator().next();
            List<WriteRequest> writes = only.getValue();
            int taken = (writes.size() + 1) / 2;
            BatchWriteItemResponse answer =
                    real.batchWriteItem(write ->
                            write.requestItems(Map.of(only.getKey(), writes.subList(0, taken))));
            return taken == writes.size()
                    ? answer
                    : answer.toBuilder()
                            .unprocessedItems(
                                    Map.of(only.getKey(), writes.subList(taken, writes.size())))
                            .build();
        }

        @Override
        public String serviceName() {
            return real.serviceName();
        }

        @Override
        public void close() {
            // The real one belongs to whoever made it.
        }
    }

    private BarTable table(DynamoDbClient client) {
        return new BarTable(client, table, pauses::add);
    }

    private List<Map<String, AttributeValue>> stored(String symbol) {
        return dynamo.query(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("symbol = :symbol")
                                .expressionAttributeValues(
                                        Map.of(":symbol", AttributeValue.fromS(symbol))))
                .items();
    }

    private static List<OhlcvBar> bars(String symbol, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> bar(symbol, FIRST_DAY.plusDays(i), BigDecimal.TEN))
                .toList();
    }

    private static OhlcvBar bar(String symbol, LocalDate day, BigDecimal price) {
        return new OhlcvBar(
                Symbol.of(symbol),
                day,
                price,
                price,
                price,
                price,
                Long.MAX_VALUE,
                Provider.ALPHA_VANTAGE);
    }
}
