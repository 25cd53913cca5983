package dev.bellwether.local.engine;

import static dev.bellwether.local.engine.EngineName.DYNAMODB;
import static dev.bellwether.local.engine.EngineName.KINESIS;
import static dev.bellwether.local.engine.EngineName.S3;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import dev.bellwether.local.wire.S3Client;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL of an engine, and what is there when it is asked for again.
@Timeout(180)
class EnginePersistenceTest {
    @TempDir Path folder;

    @Test
    void tablesAndStreamsSurviveAKillOfDynamoDb() throws Exception {
        try (var fixture = EngineFixture.with(folder, Set.of(DYNAMODB))) {
            AwsJsonClient before =
                    new AwsJsonClient(JsonService.DYNAMODB, fixture.engines.dynamodb());
            String streamArn =
                    before.call("CreateTable", json(TABLE))
                            .at("/TableDescription/LatestStreamArn")
                            .asText();
            put(before, "first");
            put(before, "second");
            List<JsonNode> recordsBefore = streamRecords(fixture, streamArn, "TRIM_HORIZON", "");

            fixture.kill(DYNAMODB);

            AwsJsonClient after =
                    new AwsJsonClient(JsonService.DYNAMODB, fixture.engines.dynamodb());
            assertThat(after.call("Scan", json("{'TableName':'bars'}")).path("Count").asInt())
                    .isEqualTo(2);
            put(after, "third");
            String checkpoint = sequenceNumber(recordsBefore.getFirst());
            assertThat(streamRecords(fixture, streamArn, "AFTER_SEQUENCE_NUMBER", checkpoint))
                    .extracting(record -> record.at("/dynamodb/Keys/pk/S").asText())
                    .containsExactly("second", "third");
            assertThat(streamRecords(fixture, streamArn, "TRIM_HORIZON", ""))
                    .startsWith(recordsBefore.toArray(JsonNode[]::new));
        }
    }

    private static final String TABLE =
            """
            {'TableName':'bars','BillingMode':'PAY_PER_REQUEST',
             'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
             'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
             'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}
            """;

    private static void put(AwsJsonClient dynamoDb, String key) {
        dynamoDb.call("PutItem", json("{'TableName':'bars','Item':{'pk':{'S':'%s'}}}", key));
    }

    private static List<JsonNode> streamRecords(
            EngineFixture fixture, String arn, String from, String sequenceNumber) {
        var streams = new AwsJsonClient(JsonService.DYNAMODB_STREAMS, fixture.engines.dynamodb());
        String shard =
                streams.call("DescribeStream", json("{'StreamArn':'%s'}", arn))
                        .at("/StreamDescription/Shards/0/ShardId")
                        .asText();
        var request =
                Json.object()
                        .put("StreamArn", arn)
                        .put("ShardId", shard)
                        .put("ShardIteratorType", from);
        if (!sequenceNumber.isEmpty()) {
            request.put("SequenceNumber", sequenceNumber);
        }
        String iterator = streams.call("GetShardIterator", request).path("ShardIterator").asText();
        return elements(streams.call("GetRecords", json("{'ShardIterator':'%s'}", iterator)));
    }

    private static String sequenceNumber(JsonNode streamRecord) {
        return streamRecord.at("/dynamodb/SequenceNumber").asText();
    }

    @Test
    void objectsSurviveAKillOfS3AndLieThereAsFiles() throws Exception {
        try (var fixture = EngineFixture.with(folder, Set.of(S3))) {
            var before = new S3Client(fixture.engines.s3());
            before.createBucket("lake");
            before.put("lake", "bars/symbol=AAPL/ä b.csv", "1,2\n".getBytes(UTF_8));

            fixture.kill(S3);

            assertThat(new S3Client(fixture.engines.s3()).find("lake", "bars/symbol=AAPL/ä b.csv"))
                    .hasValue("1,2\n".getBytes(UTF_8));
            assertThat(fixture.settings.stateOf(S3).resolve("lake/bars/symbol=AAPL/ä b.csv"))
                    .hasContent("1,2\n");
        }
    }

    @Test
    void savedRecordsSurviveAKillOfKinesisAndCheckpointsGoOn() throws Exception {
        try (var fixture = EngineFixture.with(folder, Set.of(KINESIS))) {
            AwsJsonClient before = kinesisWithStream(fixture);
            String first = putRecord(before, "first");
            String second = putRecord(before, "second");
            awaitSaved(fixture.settings.stateOf(KINESIS), second);

            fixture.kill(KINESIS);

            AwsJsonClient after = new AwsJsonClient(JsonService.KINESIS, fixture.engines.kinesis());
            String third = putRecord(after, "third");
            assertThat(third).isGreaterThan(second);
            assertThat(recordsAfter(after, first)).containsExactly("second", "third");
        }
    }

    @Test
    void stoppingKinesisSavesWhatItHas() {
        try (var fixture = EngineFixture.with(folder, Set.of(KINESIS))) {
            AwsJsonClient before = kinesisWithStream(fixture);
            String first = putRecord(before, "first");
            for (int i = 0; i < 200; i++) {
                putRecord(before, "more " + i);
            }

            fixture.engines.stop(KINESIS);

            AwsJsonClient after = new AwsJsonClient(JsonService.KINESIS, fixture.engines.kinesis());
            assertThat(recordsAfter(after, first)).hasSize(200).endsWith("more 199");
        }
    }

    private static AwsJsonClient kinesisWithStream(EngineFixture fixture) {
        var kinesis = new AwsJsonClient(JsonService.KINESIS, fixture.engines.kinesis());
        kinesis.call("CreateStream", json("{'StreamName':'quotes','ShardCount':1}"));
        String status = "CREATING";
        while (!status.equals("ACTIVE")) {
            status =
                    kinesis.call("DescribeStreamSummary", json("{'StreamName':'quotes'}"))
                            .at("/StreamDescriptionSummary/StreamStatus")
                            .asText();
        }
        return kinesis;
    }

    private static String putRecord(AwsJsonClient kinesis, String text) {
        return kinesis.call(
                        "PutRecord",
                        Json.object()
                                .put("StreamName", "quotes")
                                .put("PartitionKey", "AAPL")
                                .put("Data", text.getBytes(UTF_8)))
                .path("SequenceNumber")
                .asText();
    }

    private static List<String> recordsAfter(AwsJsonClient kinesis, String sequenceNumber) {
        String iterator =
                kinesis.call(
                                "GetShardIterator",
                                json(
                                        """
                                        {'StreamName':'quotes','ShardId':'shardId-000000000000',
                                         'ShardIteratorType':'AFTER_SEQUENCE_NUMBER',
                                         'StartingSequenceNumber':'%s'}
                                        """,
                                        sequenceNumber))
                        .path("ShardIterator")
                        .asText();
        return elements(kinesis.call("GetRecords", json("{'ShardIterator':'%s'}", iterator)))
                .stream()
                .map(record -> Base64.getDecoder().decode(record.path("Data").asText()))
                .map(data -> new String(data, UTF_8))
                .toList();
    }

    /// Waits until the state file, which is replaced as a whole, holds the text.
    private static void awaitSaved(Path state, String text) throws Exception {
        Path file = state.resolve("kinesis.json");
        try (var changes = FileSystems.getDefault().newWatchService()) {
            state.register(
                    changes,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            while (!(Files.exists(file) && Files.readString(file).contains(text))) {
                var change = changes.poll(30, TimeUnit.SECONDS);
                assertThat(change).as("a saved state with " + text).isNotNull();
                change.pollEvents();
                change.reset();
            }
        }
    }

    private static JsonNode json(String singleQuoted, Object... arguments) {
        return Json.parse(singleQuoted.formatted(arguments).replace('\'', '"'));
    }

    private static List<JsonNode> elements(JsonNode answer) {
        List<JsonNode> elements = new ArrayList<>();
        answer.path("Records").forEach(elements::add);
        return elements;
    }
}
