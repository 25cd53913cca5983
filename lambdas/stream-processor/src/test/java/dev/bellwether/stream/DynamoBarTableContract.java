package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.bar.SampledBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@AwsContract
final class DynamoBarTableContract {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 29);
    private static final Instant OPEN = Instant.parse("2025-10-29T13:30:00Z");
    private static final Instant CLOSED_AT = Instant.parse("2025-10-29T13:46:00Z");
    private static final Session SESSION =
            new Session(DAY, OPEN, Instant.parse("2025-10-29T20:00:00Z"));

    private final DynamoDbClient dynamo;
    private final String table;
    private final BarTable bars;

    DynamoBarTableContract(AwsUnderTest aws) {
        dynamo = aws.dynamoDb();
        table = aws.ref(Declared.TABLE);
        bars = new DynamoBarTable(dynamo, table);
    }

    @Test
    void quotesAreReadFromTheNewestBackAPageAtATime() {
        List<Quote> quotes = putQuotes("BT-PAGES", QuotesBack.FIRST_PAGE + 5);
        put(bar("BT-PAGES", "13:30", 1));

        List<Quote> first =
                bars.newestBelow(Symbol.of("BT-PAGES"), QuoteItem.END, QuotesBack.FIRST_PAGE);
        List<Quote> second =
                bars.newestBelow(
                        Symbol.of("BT-PAGES"),
                        QuoteItem.sortKey(first.getLast()),
                        QuotesBack.FIRST_PAGE);

        assertThat(first).hasSize(QuotesBack.FIRST_PAGE);
        List<Quote> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(all).containsExactlyElementsOf(quotes.reversed());
    }

    @Test
    void quotesBelowAKeyThatIsNotThereAreThoseBeforeItsSecond() {
        List<Quote> quotes = putQuotes("BT-BELOW", 5);

        assertThat(
                        bars.newestBelow(
                                Symbol.of("BT-BELOW"),
                                QuoteItem.sortKeyBefore(quotes.get(3).timestamp()),
                                QuotesBack.FIRST_PAGE))
                .containsExactlyElementsOf(quotes.subList(0, 3).reversed());
    }

    @Test
    void aQuoteFromBeforeThereWereSequencesIsReadAsTheFirst() {
        Quote quote = quotes("BT-OLD", 1).getFirst();
        Map<String, AttributeValue> item = new HashMap<>(QuoteItem.of(quote));
        item.remove("sequence");
        item.put("sk", AttributeValue.fromS("quote#2025-10-29T13:30:00Z#yahoo#composite"));
        dynamo.putItem(put -> put.tableName(table).item(item));

        assertThat(bars.newestBelow(Symbol.of("BT-OLD"), QuoteItem.END, QuotesBack.FIRST_PAGE))
                .containsExactly(quote);
    }

    @Test
    void aBarIsPutOnceAndThenAnsweredWith() {
        SampledBar bar = bar("BT-ONCE", "13:30", 1);

        assertThat(bars.put(bar, CLOSED_AT)).isEmpty();
        assertThat(bars.put(bar, CLOSED_AT.plusSeconds(1))).contains(bar);

        assertThat(stored("BT-ONCE")).containsExactly(SampledBarItem.of(bar, CLOSED_AT));
    }

    @Test
    void aBarIsRestatedFromTheVersionBeforeOnly() {
        SampledBar bar = bar("BT-VERSION", "13:30", 1);
        put(bar);
        SampledBar second = bar.withVersion(2);

        assertThat(bars.put(bar.withVersion(3), CLOSED_AT)).contains(bar);
        assertThat(bars.put(second, CLOSED_AT)).isEmpty();
        assertThat(bars.put(second, CLOSED_AT)).contains(second);

        assertThat(stored("BT-VERSION")).containsExactly(SampledBarItem.of(second, CLOSED_AT));
    }

    @Test
    void aBarThatIsGoneIsNotRestated() {
        assertThatThrownBy(() -> bars.put(bar("BT-GONE", "13:30", 2), CLOSED_AT))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("gone");

        assertThat(stored("BT-GONE")).isEmpty();
    }

    @Test
    void quartersAreTheSessionsAndNoOthers() {
        SampledBar first = bar("BT-QUARTERS", "13:30", 1);
        SampledBar last = bar("BT-QUARTERS", "19:45", 1);
        List.of(
                        last,
                        first,
                        barOf("BT-QUARTERS", Timeframe.FIVE_MINUTES, OPEN, 1),
                        barOf("BT-QUARTERS", Timeframe.ONE_MINUTE, OPEN, 1),
                        barOf(
                                "BT-QUARTERS",
                                Timeframe.FIFTEEN_MINUTES,
                                Instant.parse("2025-10-30T13:30:00Z"),
                                1))
                .forEach(this::put);

        assertThat(bars.quartersOf(Symbol.of("BT-QUARTERS"), SESSION)).containsExactly(first, last);
    }

    @Test
    void aTableThatIsNotThereIsAFailedCall() {
        BarTable none = new DynamoBarTable(dynamo, "never-declared");

        assertThatThrownBy(() ->
                        none.newestBelow(
                                Symbol.of("BT-NONE"), QuoteItem.END, QuotesBack.FIRST_PAGE))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("never-declared");
        assertThatThrownBy(() -> none.put(bar("BT-NONE", "13:30", 1), CLOSED_AT))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("never-declared");
    }

    private void put(SampledBar bar) {
        assertThat(bars.put(bar, CLOSED_AT)).isEmpty();
    }

    private List<Quote> putQuotes(String symbol, int count) {
        List<Quote> quotes = quotes(symbol, count);
        QuoteTable quoteTable = new DynamoQuoteTable(dynamo, table);
        for (int i = 0; i < count; i += QuoteTable.MAX_BATCH) {
            List<Quote> chunk = quotes.subList(i, Math.min(count, i + QuoteTable.MAX_BATCH));
            assertThat(quoteTable.put(chunk)).isEmpty();
        }
        return quotes;
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

    /// Figures as DynamoDB gives them back: without zeros at the end.
    private static List<Quote> quotes(String symbol, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Quote.of(
                                Symbol.of(symbol),
                                new BigDecimal("269.28"),
                                new BigDecimal("271.41"),
                                new BigDecimal("267.11"),
                                new BigDecimal("269.7"),
                                new BigDecimal("268.9"),
                                51_086_742,
                                OPEN.plusSeconds(30L * i),
                                Provider.YAHOO,
                                "composite"))
                .toList();
    }

    private static SampledBar bar(String symbol, String utc, int version) {
        return barOf(
                symbol,
                Timeframe.FIFTEEN_MINUTES,
                Instant.parse("2025-10-29T%s:00Z".formatted(utc)),
                version);
    }

    private static SampledBar barOf(
            String symbol, Timeframe timeframe, Instant start, int version) {
        return new SampledBar(
                Symbol.of(symbol),
                timeframe,
                start,
                DAY,
                new BigDecimal("269.28"),
                new BigDecimal("271.41"),
                new BigDecimal("267.11"),
                new BigDecimal("269.7"),
                1_086_742,
                30,
                Provider.YAHOO,
                version);
    }
}
