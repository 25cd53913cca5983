package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The quotes of a DynamoDB table.
record DynamoQuoteTable(DynamoDbClient client, String tableName) implements QuoteTable {
    @Override
    public List<Quote> put(List<Quote> quotes) {
        List<WriteRequest> requests =
                quotes.stream()
                        .map(quote ->
                                WriteRequest.builder()
                                        .putRequest(put -> put.item(QuoteItem.of(quote)))
                                        .build())
                        .toList();
        BatchWriteItemResponse response;
        try {
            response =
                    client.batchWriteItem(
                            request -> request.requestItems(Map.of(tableName, requests)));
        } catch (SdkException e) {
            throw new WriteFailedException(
                    "Putting %d quotes into table %s failed: %s"
                            .formatted(quotes.size(), tableName, e.getMessage()),
                    e);
        }
        Set<Map<String, AttributeValue>> putOff = new HashSet<>();
        response.unprocessedItems()
                .getOrDefault(tableName, List.of())
                .forEach(request -> putOff.add(keyOf(request.putRequest().item())));
        return quotes.stream()
                .filter(quote -> putOff.contains(keyOf(QuoteItem.of(quote))))
                .toList();
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(Set.of("symbol", "sk"));
        return key;
    }
}
