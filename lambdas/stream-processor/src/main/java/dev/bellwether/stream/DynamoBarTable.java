package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.bar.SampledBar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Bars of quotes in a DynamoDB table.
record DynamoBarTable(DynamoDbClient client, String tableName) implements BarTable {
    @Override
    public List<Quote> newestBelow(Symbol symbol, String sortKey, int most) {
        return query(
                        symbol,
                        QuoteItem.PREFIX,
                        sortKey,
                        query ->
                                // The key itself is left out, whether or not there is such an item.
                                query.exclusiveStartKey(
                                                Map.of(
                                                        "symbol", text(symbol.value()),
                                                        "sk", text(sortKey)))
                                        .scanIndexForward(false)
                                        .limit(most))
                .stream()
                .map(QuoteItem::read)
                .toList();
    }

    @Override
    public List<SampledBar> quartersOf(Symbol symbol, Session session) {
        return query(
                        symbol,
                        SampledBarItem.sortKey(Timeframe.FIFTEEN_MINUTES, session.open()),
                        SampledBarItem.sortKey(Timeframe.FIFTEEN_MINUTES, session.close()),
                        _ -> {})
                .stream()
                .map(SampledBarItem::read)
                .toList();
    }

    private List<Map<String, AttributeValue>> query(
            Symbol symbol, String first, String last, Consumer<QueryRequest.Builder> more) {
        try {
            return client.query(query ->
                            query.tableName(tableName)
                                    .keyConditionExpression(
                                            "#symbol = :symbol AND #sk BETWEEN :first AND :last")
                                    .expressionAttributeNames(
                                            Map.of("#symbol", "symbol", "#sk", "sk"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":symbol", text(symbol.value()),
                                                    ":first", text(first),
                                                    ":last", text(last)))
                                    .consistentRead(true)
                                    .applyMutation(more))
                    .items();
        } catch (SdkException e) {
            throw failed("Reading %s to %s of %s from".formatted(first, last, symbol), e);
        }
    }

    @Override
    public Optional<SampledBar> put(SampledBar bar, Instant closedAt) {
        try {
            client.putItem(put ->
                    put.tableName(tableName)
                            .item(SampledBarItem.of(bar, closedAt))
                            .applyMutation(bar.version() == 1 ? DynamoBarTable::ifNew : ifAt(bar))
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            if (!e.hasItem()) {
                throw failed("Restating a bar that is gone, %s,".formatted(bar), e);
            }
            return Optional.of(SampledBarItem.read(e.item()));
        } catch (SdkException e) {
            throw failed("Putting %s into".formatted(bar), e);
        }
    }

    private static void ifNew(PutItemRequest.Builder put) {
        put.conditionExpression("attribute_not_exists(#sk)")
                .expressionAttributeNames(Map.of("#sk", "sk"));
    }

    private static Consumer<PutItemRequest.Builder> ifAt(SampledBar bar) {
        return put ->
                put.conditionExpression("#version = :before")
                        .expressionAttributeNames(Map.of("#version", "version"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":before",
                                        AttributeValue.fromN(Integer.toString(bar.version() - 1))));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private WriteFailedException failed(String what, SdkException cause) {
        return new WriteFailedException(
                "%s table %s failed: %s".formatted(what, tableName, cause.getMessage()), cause);
    }
}
