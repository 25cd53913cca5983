package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.wire.Json;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The events that we make of the services' answers, read as Lambda's own runtime reads them.
class EventJsonTest {
    @TempDir Path checkpoints;

    @Test
    void aKinesisRecordIsLambdasKinesisEvent() {
        String event =
                delivered(
                        settings(),
                        """
                        {"Shards":[{"ShardId":"shardId-000000000000"}]}
                        """,
                        """
                        {"ShardIterator":"i1"}
                        """,
                        """
                        {"Records":[{"SequenceNumber":"4959033","PartitionKey":"AAPL",
                          "Data":"eyJzeW1ib2wiOiJBQVBMIn0=",
                          "ApproximateArrivalTimestamp":1761765570.987}],
                         "NextShardIterator":"i2","MillisBehindLatest":0}
                        """);

        assertThat(Json.parse(event))
                .isEqualTo(
                        Json.parse(
                                """
                                {"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0",
                                  "partitionKey":"AAPL","sequenceNumber":"4959033",
                                  "data":"eyJzeW1ib2wiOiJBQVBMIn0=",
                                  "approximateArrivalTimestamp":1761765570.987},
                                 "eventSource":"aws:kinesis","eventVersion":"1.0",
                                 "eventID":"shardId-000000000000:4959033",
                                 "eventName":"aws:kinesis:record",
                                 "invokeIdentityArn":"arn:aws:iam::000000000000:role/Role",
                                 "awsRegion":"us-east-1",
                                 "eventSourceARN":"arn:aws:kinesis:us-east-1:000000000000:stream/Quotes"}]}
                                """));
        KinesisEvent read = read(KinesisEvent.class, event);
        var record = read.getRecords().getFirst().getKinesis();
        assertThat(UTF_8.decode(record.getData()).toString()).isEqualTo("{\"symbol\":\"AAPL\"}");
        assertThat(record.getApproximateArrivalTimestamp().getTime()).isEqualTo(1761765570987L);
    }

    @Test
    void aKinesisFilterSeesTheDecodedData() {
        String event =
                delivered(
                        settings().filter("{\"data\":{\"symbol\":[\"AAPL\"]}}"),
                        """
                        {"Shards":[{"ShardId":"shardId-000000000000"}]}
                        """,
                        """
                        {"ShardIterator":"i1"}
                        """,
                        """
                        {"Records":[
                          {"SequenceNumber":"1","PartitionKey":"x","Data":"bm8ganNvbg==",
                           "ApproximateArrivalTimestamp":1761765570.987},
                          {"SequenceNumber":"2","PartitionKey":"x",
                           "Data":"eyJzeW1ib2wiOiJBQVBMIn0=",
                           "ApproximateArrivalTimestamp":1761765570.987}],
                         "NextShardIterator":"i2","MillisBehindLatest":0}
                        """);

        assertThat(read(KinesisEvent.class, event).getRecords())
                .extracting(record -> record.getKinesis().getSequenceNumber())
                .containsExactly("2");
    }

    @Test
    void aTableStreamsRecordIsLambdasDynamoDbEvent() {
        String arn =
                "arn:aws:dynamodb:ddblocal:000000000000:table/Market/stream/2025-10-29T00:00:00.000";
        String event =
                delivered(
                        settings()
                                .source(new EventSource.TableStream("Market", "template's own"))
                                .filter(
                                        "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"bar#\"}]}}}}"),
                        "{\"Table\":{\"LatestStreamArn\":\"" + arn + "\"}}",
                        """
                        {"StreamDescription":{"Shards":[{"ShardId":"shardId-1"}]}}
                        """,
                        """
                        {"ShardIterator":"i1"}
                        """,
                        """
                        {"Records":[
                         {"awsRegion":"ddblocal","eventID":"e1","eventName":"INSERT",
                          "eventSource":"aws:dynamodb","eventVersion":"1.1",
                          "dynamodb":{"ApproximateCreationDateTime":1761765570.000,
                           "Keys":{"symbol":{"S":"AAPL"},"sk":{"S":"bar#1d#2025-10-29"}},
                           "NewImage":{"symbol":{"S":"AAPL"},"sk":{"S":"bar#1d#2025-10-29"},
                             "close":{"N":"269.70"}},
                           "SequenceNumber":"000000000000000000002","SizeBytes":80,
                           "StreamViewType":"NEW_AND_OLD_IMAGES"}},
                         {"eventName":"INSERT","dynamodb":{"ApproximateCreationDateTime":1761765570,
                           "Keys":{"sk":{"S":"quote#1"}},"SequenceNumber":"000000000000000000003"}}],
                         "NextShardIterator":"i2"}
                        """);

        DynamodbEvent read = read(DynamodbEvent.class, event);
        assertThat(read.getRecords()).hasSize(1);
        var record = read.getRecords().getFirst();
        assertThat(record.getEventSourceARN()).isEqualTo(arn.replace("ddblocal", "us-east-1"));
        assertThat(record.getAwsRegion()).isEqualTo("us-east-1");
        assertThat(record.getEventName()).isEqualTo("INSERT");
        assertThat(record.getDynamodb().getNewImage().get("close").getN()).isEqualTo("269.70");
        assertThat(record.getDynamodb().getSequenceNumber()).isEqualTo("000000000000000000002");
        assertThat(record.getDynamodb().getApproximateCreationDateTime().getTime())
                .isEqualTo(1761765570000L);
    }

    @Test
    void aQueuesMessageIsLambdasSqsEvent() {
        String arn = "arn:aws:sqs:us-east-1:000000000000:HalfMinute";
        String event =
                delivered(
                        settings().source(new EventSource.SqsQueue("HalfMinute", arn)).batchSize(1),
                        """
                        {"QueueUrl":"http://queue"}
                        """,
                        """
                        {"Messages":[{"MessageId":"id-1","ReceiptHandle":"h","Body":"{\\"a\\":\\"ü\\"}",
                          "MD5OfBody":"abc","Attributes":{"SentTimestamp":"1761765570987",
                          "ApproximateReceiveCount":"1"},
                          "MessageAttributes":{"kind":{"DataType":"String","StringValue":"x"}}}]}
                        """,
                        "{}",
                        "{}");

        SQSEvent read = read(SQSEvent.class, event);
        var message = read.getRecords().getFirst();
        assertThat(message.getMessageId()).isEqualTo("id-1");
        assertThat(message.getBody()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(message.getEventSourceArn()).isEqualTo(arn);
        assertThat(message.getMd5OfBody()).isEqualTo("abc");
        assertThat(message.getAttributes()).containsEntry("ApproximateReceiveCount", "1");
        assertThat(message.getMessageAttributes().get("kind").getStringValue()).isEqualTo("x");
    }

    /// The event of the only invocation, when the services answer like this in turn.
    private String delivered(SettingsBuilder settings, String... answers) {
        Deque<JsonNode> queue = new ArrayDeque<>();
        for (String answer : answers) {
            queue.add(Json.parse(answer));
        }
        var bench = new Bench(checkpoints);
        bench.calls = (_, _, _) -> queue.isEmpty() ? Json.parse(NOTHING_MORE) : queue.removeFirst();
        List<String> events = new ArrayList<>();
        Mappings.open(
                        List.of(settings.build()),
                        Map.of(
                                "Function",
                                Bench.target(payload -> {
                                    events.add(new String(payload, UTF_8));
                                    return FakeFunction.DONE;
                                })),
                        bench.services())
                .drain();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static final String NOTHING_MORE =
            "{\"Records\":[],\"NextShardIterator\":\"i\",\"Messages\":[]}";

    private static <T> T read(Class<T> type, String event) {
        return LambdaEventSerializers.serializerFor(type, EventJsonTest.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(event.getBytes(UTF_8)));
    }
}
