package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.AwsClients;
import dev.bellwether.localstack.mapping.MappingCase.Destination;
import dev.bellwether.localstack.mapping.MappingCase.Source;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Streams, tables, queues and failure destinations of the cases, on either side: each case has its
/// own, named after it.
///
/// @param messages what has been read from a queue of failures, which is hidden there afterwards
record Sources(
        KinesisClient kinesis,
        DynamoDbClient dynamoDb,
        DynamoDbStreamsClient tableStreams,
        SqsClient sqs,
        S3Client s3,
        Map<String, List<String>> messages) {
    private static final String ACCOUNT = AwsClients.ACCOUNT;
    private static final String REGION = AwsClients.REGION;

    /// Not less than the time-out of the function, as Lambda demands.
    private static final Duration VISIBILITY = Functions.TIMEOUT;

    /// Of one address for each service.
    static Sources of(
            KinesisClient kinesis,
            DynamoDbClient dynamoDb,
            DynamoDbStreamsClient tableStreams,
            SqsClient sqs,
            S3Client s3) {
        return new Sources(kinesis, dynamoDb, tableStreams, sqs, s3, new ConcurrentHashMap<>());
    }

    void create(MappingCase row) {
        switch (row.source()) {
            case STREAM -> createStream(row);
            case TABLE -> createTable(row);
            case QUEUE -> createQueueWithDeadLetters(row);
        }
        switch (row.settings().destination()) {
            case NONE -> {}
            case BUCKET -> s3.createBucket(request -> request.bucket(failures(row)));
            case QUEUE -> sqs.createQueue(request -> request.queueName(failures(row)));
        }
    }

    private void createStream(MappingCase row) {
        kinesis.createStream(
                request -> request.streamName(row.id()).shardCount(row.settings().shards()));
    }

    /// Streams come to life half a second after they are made; what is put before that is lost to
    /// LocalStack's table streams.
    boolean isReady(MappingCase row) {
        return switch (row.source()) {
            case STREAM ->
                    kinesis.describeStreamSummary(request -> request.streamName(row.id()))
                                    .streamDescriptionSummary()
                                    .streamStatus()
                            == StreamStatus.ACTIVE;
            case TABLE -> {
                StreamDescription stream = tableStream(row);
                yield stream.streamStatusAsString().equals("ENABLED") && !stream.shards().isEmpty();
            }
            case QUEUE -> true;
        };
    }

    private StreamDescription tableStream(MappingCase row) {
        return tableStreams
                .describeStream(request -> request.streamArn(arn(row)))
                .streamDescription();
    }

    private void createTable(MappingCase row) {
        dynamoDb.createTable(request ->
                request.tableName(row.id())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("source"), attribute("name"))
                        .keySchema(key("source", KeyType.HASH), key("name", KeyType.RANGE))
                        .streamSpecification(stream ->
                                stream.streamEnabled(true)
                                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private void createQueueWithDeadLetters(MappingCase row) {
        sqs.createQueue(request -> request.queueName(failures(row)));
        sqs.createQueue(request ->
                request.queueName(row.id())
                        .attributes(
                                Map.of(
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        Long.toString(VISIBILITY.toSeconds()),
                                        QueueAttributeName.REDRIVE_POLICY,
                                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}"
                                                .formatted(queueArn(failures(row))))));
    }

    /// Keeps the order of the items, all of them in one call where there is one for many.
    void put(MappingCase row, List<Item> items) {
        switch (row.source()) {
            case STREAM ->
                    kinesis.putRecords(request ->
                            request.streamName(row.id())
                                    .records(
                                            items.stream()
                                                    .map(item -> record(row, item))
                                                    .toList()));
            case TABLE -> items.forEach(item -> putInOrder(row, item));
            case QUEUE -> {
                List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
                for (Item item : items) {
                    entries.add(
                            SendMessageBatchRequestEntry.builder()
                                    .id("m" + entries.size())
                                    .messageBody(item.body())
                                    .build());
                }
                sqs.sendMessageBatch(request -> request.queueUrl(url(row.id())).entries(entries));
            }
        }
    }

    /// Order between items is not promised, so each is put when the one before is in the stream.
    private void putInOrder(MappingCase row, Item item) {
        int before = changes(row);
        dynamoDb.putItem(request ->
                request.tableName(row.id())
                        .item(
                                Map.of(
                                        "source", text("case"),
                                        "name", text(item.name()),
                                        "kind", text(item.kind()))));
        if (!Await.until(Duration.ofSeconds(20), () -> changes(row) > before)) {
            throw new IllegalStateException(
                    "%s is not in the stream of table %s".formatted(item, row));
        }
    }

    private int changes(MappingCase row) {
        StreamDescription stream = tableStream(row);
        String iterator =
                tableStreams
                        .getShardIterator(request ->
                                request.streamArn(stream.streamArn())
                                        .shardId(stream.shards().getFirst().shardId())
                                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();
        return tableStreams.getRecords(request -> request.shardIterator(iterator)).records().size();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static PutRecordsRequestEntry record(MappingCase row, Item item) {
        BigInteger shardSize =
                BigInteger.TWO.pow(128).divide(BigInteger.valueOf(row.settings().shards()));
        return PutRecordsRequestEntry.builder()
                .partitionKey(item.name())
                .explicitHashKey(shardSize.multiply(BigInteger.valueOf(item.shard())).toString())
                .data(SdkBytes.fromUtf8String(item.body()))
                .build();
    }

    /// Objects by key, or messages, of the case's failure destination.
    Map<String, String> failuresOf(MappingCase row) {
        if (row.settings().destination() != Destination.BUCKET) {
            return numbered(deadLetters(row));
        }
        String bucket = failures(row);
        Map<String, String> objects = new TreeMap<>();
        for (S3Object object : s3.listObjectsV2(request -> request.bucket(bucket)).contents()) {
            find(bucket, object.key()).ifPresent(text -> objects.put(object.key(), text));
        }
        return objects;
    }

    /// S3Proxy lists an object that is being written under the name of its temporary file.
    private Optional<String> find(String bucket, String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> numbered(List<String> texts) {
        Map<String, String> all = new TreeMap<>();
        texts.forEach(text -> all.put("message " + all.size(), text));
        return all;
    }

    private List<String> deadLetters(MappingCase row) {
        List<String> read = messages.computeIfAbsent(row.id(), _ -> new ArrayList<>());
        if (row.source() == Source.QUEUE || row.settings().destination() == Destination.QUEUE) {
            sqs.receiveMessage(request ->
                            request.queueUrl(url(failures(row)))
                                    .maxNumberOfMessages(10)
                                    .visibilityTimeout(3600))
                    .messages()
                    .forEach(message -> read.add(message.body()));
        }
        return List.copyOf(read);
    }

    boolean isEmptyQueue(MappingCase row) {
        return sqs
                .getQueueAttributes(request ->
                        request.queueUrl(url(row.id()))
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName
                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    private String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    String arn(MappingCase row) {
        return switch (row.source()) {
            case STREAM -> "arn:aws:kinesis:%s:%s:stream/%s".formatted(REGION, ACCOUNT, row.id());
            case TABLE ->
                    dynamoDb.describeTable(request -> request.tableName(row.id()))
                            .table()
                            .latestStreamArn();
            case QUEUE -> queueArn(row.id());
        };
    }

    String destinationArn(MappingCase row) {
        return row.settings().destination() == Destination.BUCKET
                ? "arn:aws:s3:::" + failures(row)
                : queueArn(failures(row));
    }

    private static String queueArn(String name) {
        return "arn:aws:sqs:%s:%s:%s".formatted(REGION, ACCOUNT, name);
    }

    private static String failures(MappingCase row) {
        return row.id() + "-failures";
    }
}
