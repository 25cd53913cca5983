package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.bellwether.aws.AwsContract;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.aws.DiffersOn;
import dev.bellwether.aws.Eventually;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@AwsContract
final class TableStreamContract {
    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final String table;

    TableStreamContract(AwsUnderTest aws) {
        dynamo = aws.dynamoDb();
        streams = aws.dynamoDbStreams();
        table = aws.ref(Declared.TABLE);
    }

    @Test
    void insertChangeAndRemovalComeInTheirOrderWithOldAndNewImages() {
        put("TS-LIFE", Map.of("close", fromN("1")));
        put("TS-LIFE", Map.of("close", fromN("2")));
        dynamo.deleteItem(delete -> delete.tableName(table).key(key("TS-LIFE")));

        List<Record> records = records("TS-LIFE", 3);

        assertThat(records)
                .extracting(Record::eventName)
                .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
        assertThat(records)
                .extracting(record -> close(record.dynamodb().oldImage()))
                .containsExactly("none", "1", "2");
        assertThat(records)
                .extracting(record -> close(record.dynamodb().newImage()))
                .containsExactly("1", "2", "none");
        assertThat(records)
                .allSatisfy(record -> {
                    assertThat(record.dynamodb().keys()).isEqualTo(key("TS-LIFE"));
                    assertThat(record.dynamodb().streamViewType())
                            .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
                    assertThat(record.eventSource()).isEqualTo("aws:dynamodb");
                    assertThat(record.eventID()).isNotEmpty();
                    assertThat(record.dynamodb().approximateCreationDateTime())
                            .isBetween(
                                    Instant.now().minusSeconds(600), Instant.now().plusSeconds(60));
                    assertThat(record.dynamodb().sizeBytes()).isPositive();
                });
        assertThat(records)
                .extracting(record -> new BigInteger(record.dynamodb().sequenceNumber()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anImageKeepsEveryDigitAndEveryKindOfAttribute() {
        Map<String, AttributeValue> attributes =
                Map.of(
                        "close", fromN("0.12345678901234567890123456789012345678"),
                        "volume", fromN("99999999999999999999999999999999999999"),
                        "message", fromS("Überraschung ✓ \"quoted\"\n"),
                        "expires_at", fromN("1764336600"));

        put("TS-EXACT", attributes);

        assertThat(records("TS-EXACT", 1).getFirst().dynamodb().newImage())
                .containsAllEntriesOf(attributes);
    }

    @Test
    void aWriteThatChangesNothingIsNoRecord() {
        put("TS-SAME", Map.of("close", fromN("1")));
        put("TS-SAME", Map.of("close", fromN("1")));
        put("TS-SAME", Map.of("close", fromN("2")));

        assertThat(records("TS-SAME", 2))
                .extracting(record -> close(record.dynamodb().newImage()))
                .containsExactly("1", "2");
    }

    @Test
    @DiffersOn(
            value = "localstack",
            how = "compares and shows numbers as they were written",
            source =
                    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html")
    void theSameNumberWithAnotherScaleIsNoChange() {
        put("TS-SCALE", Map.of("close", fromN("1.50")));
        put("TS-SCALE", Map.of("close", fromN("1.500")));
        put("TS-SCALE", Map.of("close", fromN("2")));

        assertThat(records("TS-SCALE", 2))
                .extracting(record -> close(record.dynamodb().newImage()))
                .containsExactly("1.5", "2");
    }

    @Test
    void aRefusedWriteIsNoRecord() {
        put("TS-REFUSED", Map.of("close", fromN("1")));
        assertThatThrownBy(() ->
                        dynamo.putItem(put ->
                                put.tableName(table)
                                        .item(item("TS-REFUSED", Map.of("close", fromN("9"))))
                                        .conditionExpression("attribute_not_exists(sk)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        put("TS-REFUSED", Map.of("close", fromN("2")));

        assertThat(records("TS-REFUSED", 2))
                .extracting(record -> close(record.dynamodb().newImage()))
                .containsExactly("1", "2");
    }

    @Test
    void removingWhatIsNotThereIsNoRecord() {
        dynamo.deleteItem(delete -> delete.tableName(table).key(key("TS-NONE")));
        put("TS-NONE", Map.of("close", fromN("1")));

        assertThat(records("TS-NONE", 1))
                .extracting(Record::eventName)
                .containsExactly(OperationType.INSERT);
    }

    @Test
    void everyItemOfABatchIsARecordOfItsOwn() {
        List<WriteRequest> writes =
                IntStream.range(0, 25)
                        .mapToObj(i -> Map.of("symbol", fromS("TS-BATCH"), "sk", fromS("bar#" + i)))
                        .map(item ->
                                WriteRequest.builder().putRequest(put -> put.item(item)).build())
                        .toList();

        dynamo.batchWriteItem(write -> write.requestItems(Map.of(table, writes)));

        assertThat(records("TS-BATCH", 25))
                .extracting(record -> record.dynamodb().keys().get("sk").s())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "bar#" + i).toList());
    }

    @Test
    void anUpdateShowsTheWholeItemBeforeAndAfter() {
        put("TS-UPDATE", Map.of("close", fromN("1"), "message", fromS("kept")));
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key("TS-UPDATE"))
                        .updateExpression("SET sent_at = :at")
                        .expressionAttributeValues(Map.of(":at", fromS("now"))));

        Record update = records("TS-UPDATE", 2).getLast();

        assertThat(update.eventName()).isEqualTo(OperationType.MODIFY);
        assertThat(update.dynamodb().oldImage())
                .isEqualTo(
                        item("TS-UPDATE", Map.of("close", fromN("1"), "message", fromS("kept"))));
        assertThat(update.dynamodb().newImage())
                .isEqualTo(
                        item(
                                "TS-UPDATE",
                                Map.of(
                                        "close", fromN("1"),
                                        "message", fromS("kept"),
                                        "sent_at", fromS("now"))));
    }

    @Test
    void theTablesStreamHasTheDeclaredView() {
        assertThat(dynamo.describeTable(describe -> describe.tableName(table)).table())
                .satisfies(described -> {
                    assertThat(described.streamSpecification().streamEnabled()).isTrue();
                    assertThat(described.streamSpecification().streamViewType())
                            .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
                    assertThat(described.latestStreamArn()).contains("/stream/");
                });
    }

    @Test
    @DiffersOn(
            value = "local-aws",
            how =
                    "knowingly left off: the engine knows only the wall clock, by which all of an old"
                            + " market day has expired",
            source =
                    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-how-to.html")
    void timeToLiveIsOnForTheDeclaredAttribute() {
        TimeToLiveDescription description =
                dynamo.describeTimeToLive(describe -> describe.tableName(table))
                        .timeToLiveDescription();

        assertThat(description.attributeName()).isEqualTo("expires_at");
        assertThat(description.timeToLiveStatus())
                .isIn(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);
    }

    private void put(String symbol, Map<String, AttributeValue> attributes) {
        dynamo.putItem(put -> put.tableName(table).item(item(symbol, attributes)));
    }

    private static Map<String, AttributeValue> item(
            String symbol, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key(symbol));
        return item;
    }

    private static Map<String, AttributeValue> key(String symbol) {
        return Map.of("symbol", fromS(symbol), "sk", fromS("bar#1d#2025-10-29"));
    }

    private static String close(Map<String, AttributeValue> image) {
        return image.getOrDefault("close", fromN("none")).n();
    }

    /// The records of a symbol, at least so many of them if they come in time. What was written
    /// after them is in the stream by then, too, so that a record too many would be seen.
    private List<Record> records(String symbol, int count) {
        String mark = symbol + "-MARK";
        put(mark, Map.of("close", fromN(Long.toString(System.nanoTime()))));
        List<Record> all =
                Eventually.seen(
                        this::records,
                        read -> of(symbol, read).size() >= count && !of(mark, read).isEmpty());
        return of(symbol, all);
    }

    private static List<Record> of(String symbol, List<Record> records) {
        return records.stream()
                .filter(record -> record.dynamodb().keys().get("symbol").s().equals(symbol))
                .toList();
    }

    private List<Record> records() {
        String stream =
                dynamo.describeTable(describe -> describe.tableName(table))
                        .table()
                        .latestStreamArn();
        return streams
                .describeStream(describe -> describe.streamArn(stream))
                .streamDescription()
                .shards()
                .stream()
                .flatMap(shard -> records(stream, shard))
                .toList();
    }

    private Stream<Record> records(String stream, Shard shard) {
        String next =
                streams.getShardIterator(get ->
                                get.streamArn(stream)
                                        .shardId(shard.shardId())
                                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();
        List<Record> records = new ArrayList<>();
        while (next != null) {
            String from = next;
            GetRecordsResponse page = streams.getRecords(get -> get.shardIterator(from));
            records.addAll(page.records());
            // An open shard has no end: an empty page is where it ends for now.
            next = page.records().isEmpty() ? null : page.nextShardIterator();
        }
        return records.stream();
    }
}
