package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Race;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.RuleRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@AwsContract
final class DynamoMarketTableContract {
    private static final LocalDate DAY = TestAlerts.DAY;
    private static final String BARS = "bar#1d#";
    private static final Instant SENT_AT = Instant.parse("2025-10-30T04:00:01Z");

    private final DynamoDbClient dynamo;
    private final String tableName;
    private final DynamoMarketTable table;

    DynamoMarketTableContract(AwsUnderTest aws) {
        dynamo = aws.dynamoDb();
        tableName = aws.ref(Declared.TABLE);
        table = new DynamoMarketTable(dynamo, tableName);
    }

    @Test
    void theNewestBarsThroughADayComeNewestFirst() {
        IntStream.range(0, 30).forEach(i -> putBar("MT-BARS", DAY.minusDays(i), "10"));
        putBar("MT-BARS", DAY.plusDays(1), "99");
        putBar("MT-BARS2", DAY, "99");

        assertThat(table.newestThrough(Symbol.of("MT-BARS"), BARS, BARS + DAY, 20))
                .extracting(stored -> stored.bar().tradingDay())
                .containsExactlyElementsOf(
                        Stream.iterate(DAY, day -> day.minusDays(1)).limit(20).toList());
        assertThat(table.newestThrough(Symbol.of("MT-BARS"), BARS, BARS + DAY, 99)).hasSize(30);
        assertThat(table.newestThrough(Symbol.of("MT-NONE"), BARS, BARS + DAY, 20)).isEmpty();
    }

    @Test
    void alertsAndQuotesOfTheSymbolAreNoBars() {
        putBar("MT-KINDS", DAY, "10");
        table.insert(alert("MT-KINDS", BigDecimal.TEN));
        put("MT-KINDS", "quote#2025-10-29T19:59:30Z#yahoo#composite", Map.of());

        assertThat(table.newestThrough(Symbol.of("MT-KINDS"), BARS, BARS + "~", 20)).hasSize(1);
    }

    @Test
    void whatWasJustWrittenIsRead() {
        for (int i = 0; i < 50; i++) {
            putBar("MT-FRESH", DAY, "10." + i);

            assertThat(table.newestThrough(Symbol.of("MT-FRESH"), BARS, BARS + "~", 1))
                    .extracting(stored -> stored.bar().close())
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("10." + i));
        }
    }

    @Test
    void everyDigitOfAnAverageIsKept() {
        Alert alert = alert("MT-EXACT", new BigDecimal("269.12345678901234567890123456789012345"));
        assertThat(alert.fire().figures().reading().precision()).isEqualTo(38);

        table.insert(alert);

        assertThat(table.findUnsent(alert.fire().symbol(), AlertItem.sortKey(alert)))
                .contains(TestAlerts.row(alert));
    }

    @Test
    void aNumberOfMoreThan38DigitsIsRefusedAndNotRounded() {
        Alert alert = alert("MT-LONG", new BigDecimal("2.12345678901234567890123456789012345678"));
        assertThat(alert.fire().figures().reading().precision()).isEqualTo(39);

        assertThatThrownBy(() -> table.insert(alert)).isInstanceOf(AwsCallFailedException.class);

        assertThat(table.findUnsent(alert.fire().symbol(), AlertItem.sortKey(alert))).isEmpty();
    }

    @Test
    void aSecondInsertOfAnAlertChangesNothing() {
        Alert first = alert("MT-TWICE", BigDecimal.ONE);
        table.insert(first);
        table.markSent(TestAlerts.row(first), SENT_AT);

        table.insert(alert("MT-TWICE", BigDecimal.TWO));

        assertThat(stored(first))
                .containsEntry("reading", AttributeValue.fromN("1"))
                .containsEntry("sent_at", AttributeValue.fromS(SENT_AT.toString()));
    }

    @Test
    void ofManyInsertsOfAnAlertOneIsKept() throws Exception {
        for (int round = 0; round < 5; round++) {
            String symbol = "MT-RACE" + round;
            List<Alert> alerts =
                    Race.run(writer ->
                            () -> {
                                Alert alert = alert(symbol, BigDecimal.valueOf(writer + 1));
                                table.insert(alert);
                                return alert;
                            });
            String sortKey = AlertItem.sortKey(alerts.getFirst());
            Item kept = table.findUnsent(Symbol.of(symbol), sortKey).orElseThrow();

            assertThat(alerts.stream().map(TestAlerts::row)).containsOnlyOnce(kept);
            // Whatever came later was refused, so it is still the same one.
            table.insert(alert(symbol, BigDecimal.valueOf(99)));
            assertThat(table.findUnsent(Symbol.of(symbol), sortKey)).contains(kept);
        }
    }

    @Test
    void anAlertThatIsMarkedAsSentIsFoundNoMoreAndKeepsItsFirstMark() {
        Alert alert = alert("MT-SENT", BigDecimal.ONE);
        table.insert(alert);

        table.markSent(TestAlerts.row(alert), SENT_AT);
        table.markSent(TestAlerts.row(alert), SENT_AT.plusSeconds(60));

        assertThat(table.findUnsent(alert.fire().symbol(), AlertItem.sortKey(alert))).isEmpty();
        assertThat(stored(alert))
                .containsEntry("sent_at", AttributeValue.fromS(SENT_AT.toString()));
    }

    @Test
    void ofManyMarksOneIsKept() throws Exception {
        Alert alert = alert("MT-MARKS", BigDecimal.ONE);
        table.insert(alert);

        List<Instant> marks =
                Race.run(writer ->
                        () -> {
                            Instant at = SENT_AT.plusSeconds(writer);
                            table.markSent(TestAlerts.row(alert), at);
                            return at;
                        });

        String kept = stored(alert).get("sent_at").s();
        assertThat(marks).contains(Instant.parse(kept));
        table.markSent(TestAlerts.row(alert), SENT_AT.plusSeconds(99));
        assertThat(stored(alert)).containsEntry("sent_at", AttributeValue.fromS(kept));
    }

    @Test
    void markingAnAlertThatIsGoneMakesNone() {
        Alert alert = alert("MT-GONE", BigDecimal.ONE);

        table.markSent(TestAlerts.row(alert), SENT_AT);

        assertThat(stored(alert)).isEmpty();
    }

    @Test
    void anAlertIsRetractedOnceAndForAll() {
        Alert alert = alert("MT-RETRACT", BigDecimal.ONE);
        table.insert(alert);
        AlertRow row = rowsOf("MT-RETRACT").getFirst();

        table.retract(row, SENT_AT);
        table.retract(row, SENT_AT.plusSeconds(60));
        table.reinstate(row, SENT_AT.plusSeconds(120));
        table.reinstate(row, SENT_AT.plusSeconds(180));

        assertThat(table.findUnsent(row.symbol(), row.sortKey())).isEmpty();
        assertThat(stored(alert))
                .containsEntry("status", AttributeValue.fromS("retracted"))
                .containsEntry("retracted_at", AttributeValue.fromS(SENT_AT.toString()))
                .containsEntry(
                        "reinstated_at", AttributeValue.fromS(SENT_AT.plusSeconds(120).toString()));
    }

    @Test
    void theRowsFromABarOnAreFound() {
        table.insert(alert("MT-ROWS", BigDecimal.ONE));
        Instant start = ClosedBar.startOf(DAY);

        assertThat(table.from(Symbol.of("MT-ROWS"), start))
                .extracting(AlertRow::barStart)
                .containsExactly(start);
        assertThat(table.from(Symbol.of("MT-ROWS"), start.plusSeconds(1))).isEmpty();
    }

    @Test
    void rulesAreRowsOverTheStandardOnes() {
        Map<String, AttributeValue> rule = new HashMap<>();
        RuleRow.attributes(TestRules.daily("contract", "sma-crossover:3,7"))
                .forEach((name, value) ->
                        rule.put(
                                name,
                                RuleRow.NUMBERS.contains(name)
                                        ? AttributeValue.fromN(value)
                                        : AttributeValue.fromS(value)));
        put(RuleRow.PARTITION, RuleRow.sortKey("contract"), rule);
        put(RuleRow.PARTITION, RuleRow.sortKey("broken"), Map.of());

        RuleBook.Page page = table.read();

        assertThat(page.rules())
                .extracting(read -> read.definition().kind().text())
                .contains("sma-crossover:3,7", "sma-crossover:5,20");
        assertThat(page.unreadable())
                .extracting(unreadable -> unreadable.row().text("sk"))
                .contains("rule#broken");
        dynamo.deleteItem(delete ->
                delete.tableName(tableName)
                        .key(
                                Map.of(
                                        "symbol",
                                        AttributeValue.fromS(RuleRow.PARTITION),
                                        "sk",
                                        AttributeValue.fromS(RuleRow.sortKey("broken")))));
    }

    @Test
    void aTableThatIsNotThereIsAFailedCall() {
        DynamoMarketTable none = new DynamoMarketTable(dynamo, "never-declared");
        Alert alert = alert("MT-TABLE", BigDecimal.ONE);

        assertThatThrownBy(() -> none.insert(alert)).isInstanceOf(AwsCallFailedException.class);
        assertThatThrownBy(() -> none.markSent(TestAlerts.row(alert), SENT_AT))
                .isInstanceOf(AwsCallFailedException.class);
        assertThatThrownBy(() -> none.newestThrough(alert.fire().symbol(), BARS, BARS + DAY, 1))
                .isInstanceOf(AwsCallFailedException.class);
    }

    private List<AlertRow> rowsOf(String symbol) {
        return table.from(Symbol.of(symbol), Instant.EPOCH);
    }

    private Map<String, AttributeValue> stored(Alert alert) {
        return dynamo.getItem(get ->
                        get.tableName(tableName)
                                .consistentRead(true)
                                .key(
                                        Map.of(
                                                "symbol",
                                                AttributeValue.fromS(alert.fire().symbol().value()),
                                                "sk",
                                                AttributeValue.fromS(AlertItem.sortKey(alert)))))
                .item();
    }

    // As ingest-alphavantage writes it.
    private void putBar(String symbol, LocalDate day, String price) {
        put(
                symbol,
                "bar#1d#" + day,
                Map.of(
                        "trading_day", AttributeValue.fromS(day.toString()),
                        "open", AttributeValue.fromN(price),
                        "high", AttributeValue.fromN(price),
                        "low", AttributeValue.fromN(price),
                        "close", AttributeValue.fromN(price),
                        "volume", AttributeValue.fromN("7"),
                        "provider", AttributeValue.fromS("alphavantage"),
                        "scheduled_at", AttributeValue.fromS("2025-10-30T04:00:00Z")));
    }

    private void put(String symbol, String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("symbol", AttributeValue.fromS(symbol));
        item.put("sk", AttributeValue.fromS(sortKey));
        dynamo.putItem(put -> put.tableName(tableName).item(item));
    }

    private static Alert alert(String symbol, BigDecimal reading) {
        return TestAlerts.alert(symbol, reading);
    }
}
