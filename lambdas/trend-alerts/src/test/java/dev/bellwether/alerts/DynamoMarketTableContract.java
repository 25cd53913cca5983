package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.Race;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.RuleRow;
import dev.bellwether.market.wire.FactRow;
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
    void factsOfTheSymbolAreReadAndNoOthers() {
        Split split = new Split(Symbol.of("MT-FACTS"), DAY, SENT_AT, 4, 1);
        put(FactRow.ofSplit(split));
        put(FactRow.ofCondition(Symbol.of("MT-FACTS"), DAY, DataCondition.DEGRADED, "range-spike"));
        put(FactRow.ofCondition(Symbol.of("MT-FACTS2"), DAY, DataCondition.DEGRADED, "flat"));
        putBar("MT-FACTS", DAY, "10");

        SeriesFacts facts = table.facts(Symbol.of("MT-FACTS"));

        assertThat(facts.splits()).containsExactly(split);
        assertThat(facts.conditions()).containsOnly(Map.entry(DAY, DataCondition.DEGRADED));
        assertThat(table.facts(Symbol.of("MT-NO-FACTS"))).isEqualTo(SeriesFacts.NONE);
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

        assertThat(item(alert)).isEqualTo(TestAlerts.row(alert));
    }

    @Test
    void aNumberOfMoreThan38DigitsIsRefusedAndNotRounded() {
        Alert alert = alert("MT-LONG", new BigDecimal("2.12345678901234567890123456789012345678"));
        assertThat(alert.fire().figures().reading().precision()).isEqualTo(39);

        assertThatThrownBy(() -> table.insert(alert)).isInstanceOf(AwsCallFailedException.class);

        assertThat(stored(alert)).isEmpty();
    }

    @Test
    void aSecondInsertOfAnAlertChangesNothing() {
        Alert first = alert("MT-TWICE", BigDecimal.ONE);
        table.insert(first);

        table.insert(alert("MT-TWICE", BigDecimal.TWO));

        assertThat(stored(first)).containsEntry("reading", AttributeValue.fromN("1"));
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
            Item kept = item(alerts.getFirst());

            assertThat(alerts.stream().map(TestAlerts::row)).containsOnlyOnce(kept);
            // Whatever came later was refused, so it is still the same one.
            table.insert(alert(symbol, BigDecimal.valueOf(99)));
            assertThat(item(alerts.getFirst())).isEqualTo(kept);
        }
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
        assertThatThrownBy(() -> none.newestThrough(alert.fire().symbol(), BARS, BARS + DAY, 1))
                .isInstanceOf(AwsCallFailedException.class);
    }

    private Item item(Alert alert) {
        Map<String, String> attributes = new HashMap<>();
        stored(alert)
                .forEach((name, value) ->
                        attributes.put(name, value.s() != null ? value.s() : value.n()));
        return new Item(attributes);
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

    private void put(Map<String, String> fact) {
        Map<String, AttributeValue> item = new HashMap<>();
        fact.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        dynamo.putItem(put -> put.tableName(tableName).item(item));
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
