package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
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
final class DynamoQuoteTableContract {
    private static final Instant OPEN = Instant.parse("2025-10-29T13:30:00Z");

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoQuoteTableContract(AwsUnderTest aws) {
        dynamo = aws.dynamoDb();
        table = aws.ref(Declared.TABLE);
    }

    @Test
    void asManyQuotesAsACallTakesAreAllThereInTheOrderOfTheirTimes() {
        List<Quote> quotes = quotes("QT-MANY", QuoteTable.MAX_BATCH);

        assertThat(new DynamoQuoteTable(dynamo, table).put(quotes.reversed())).isEmpty();

        assertThat(stored("QT-MANY")).containsExactlyElementsOf(items(quotes));
    }

    @Test
    void aQuoteThatIsPutAgainIsThereOnce() {
        DynamoQuoteTable quoteTable = new DynamoQuoteTable(dynamo, table);
        List<Quote> quotes = quotes("QT-TWICE", 3);

        quoteTable.put(quotes);
        quoteTable.put(quotes);

        assertThat(stored("QT-TWICE")).containsExactlyElementsOf(items(quotes));
    }

    @Test
    void aQuoteExpiresThirtyDaysAfterItsTime() {
        new DynamoQuoteTable(dynamo, table).put(quotes("QT-EXPIRES", 1));

        assertThat(stored("QT-EXPIRES").getFirst())
                .containsEntry("expires_at", AttributeValue.fromN("1764336600"));
    }

    @Test
    void whatTheTablePutsOffIsNamedAndNotThere() {
        List<Quote> quotes = quotes("QT-OFF", 5);

        List<Quote> putOff = new DynamoQuoteTable(new PuttingOff(dynamo), table).put(quotes);

        assertThat(putOff).containsExactlyElementsOf(quotes.subList(3, 5));
        assertThat(stored("QT-OFF")).containsExactlyElementsOf(items(quotes.subList(0, 3)));
    }

    @Test
    void aCallWithAnItemTwiceIsRefusedWhole() {
        Quote quote = quotes("QT-SAME", 1).getFirst();

        assertThatThrownBy(() -> new DynamoQuoteTable(dynamo, table).put(List.of(quote, quote)))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("duplicates");

        assertThat(stored("QT-SAME")).isEmpty();
    }

    @Test
    void moreThanACallTakesIsRefusedWhole() {
        assertThatThrownBy(() ->
                        new DynamoQuoteTable(dynamo, table)
                                .put(quotes("QT-OVER", QuoteTable.MAX_BATCH + 1)))
                .isInstanceOf(WriteFailedException.class);

        assertThat(stored("QT-OVER")).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsAFailedWrite() {
        assertThatThrownBy(() ->
                        new DynamoQuoteTable(dynamo, "never-declared").put(quotes("QT-NONE", 1)))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("never-declared");
    }

    /// Takes three items of a call and puts off the rest, as a throttled table does. No stand-in
    /// for DynamoDB throttles.
    private record PuttingOff(DynamoDbClient real) implements DynamoDbClient {
        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            Map.Entry<String, List<WriteRequest>> only =
                    request.requestItems().entrySet().iterator().next();
            List<WriteRequest> writes = only.getValue();
            return real
                    .batchWriteItem(write ->
                            write.requestItems(Map.of(only.getKey(), writes.subList(0, 3))))
                    .toBuilder()
                    .unprocessedItems(Map.of(only.getKey(), writes.subList(3, writes.size())))
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

    private List<Map<String, AttributeValue>> stored(String symbol) {
        return dynamo.query(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("symbol = :symbol")
                                .expressionAttributeValues(
                                        Map.of(":symbol", AttributeValue.fromS(symbol))))
                .items();
    }

    private static List<Map<String, AttributeValue>> items(List<Quote> quotes) {
        return quotes.stream().map(QuoteItem::of).toList();
    }

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
}
