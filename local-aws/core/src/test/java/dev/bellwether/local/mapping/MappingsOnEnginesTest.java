package dev.bellwether.local.mapping;

import static dev.bellwether.local.mapping.Bench.NOON;
import static dev.bellwether.local.mapping.SettingsBuilder.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.engine.Engines;
import dev.bellwether.local.function.EchoHandler;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.TestHost;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import dev.bellwether.local.wire.S3Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Queue, stream and table of real engines in one chain: messages become records, records become
/// items, and their changes reach a third function.
@Timeout(180)
class MappingsOnEnginesTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir static Path folder;
    private static TestHost host;
    private static Engines engines;
    private static int runs;

    /// Each test has a stream, table, queue and bucket of this name, in the same engines.
    private final String name = "run" + ++runs;

    private final List<MappingEvent> events = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    @BeforeAll
    static void startEngines() {
        for (EngineName engine : EngineName.values()) {
            String sign =
                    engine == EngineName.KINESIS
                            ? "node_modules/kinesis-local/main.js"
                            : "target/engine.classpath";
            Path file = HOME.resolve("local-aws/engines").resolve(engine.folder()).resolve(sign);
            assumeTrue(
                    Files.exists(file),
                    "Engine %s is not there: %s (mvn package, npm ci)".formatted(engine, file));
        }
        host = TestHost.in(folder);
        engines =
                new Engines(
                        host.host().supervisor(),
                        new EngineSettings(
                                HOME, host.host().java(), node(), folder, folder.resolve("logs")));
        engines.start(EnumSet.allOf(EngineName.class));
    }

    @BeforeEach
    void createResources() {
        call(JsonService.KINESIS, "CreateStream", "{'StreamName':'NAME','ShardCount':2}");
        call(
                JsonService.DYNAMODB,
                "CreateTable",
                """
                {'TableName':'NAME','BillingMode':'PAY_PER_REQUEST',
                 'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
                 'StreamSpecification':{'StreamEnabled':true,
                   'StreamViewType':'NEW_AND_OLD_IMAGES'}}
                """);
        call(
                JsonService.SQS,
                "CreateQueue",
                "{'QueueName':'NAME','Attributes':{'DelaySeconds':'30'}}");
        new S3Client(engines.s3()).createBucket(name);
        awaitActiveStream();
    }

    @AfterAll
    static void stopEngines() {
        if (engines != null) {
            host.close();
        }
    }

    private static Path node() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(path -> Path.of(path, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("node"));
    }

    @Test
    void aMessageGoesThroughQueueStreamAndTableInMarketTime() {
        engines.sqsEngine().setNow(NOON);
        Mappings mappings = open();
        send("a");

        assertThat(mappings.step(NOON).records()).isZero();

        engines.sqsEngine().setNow(NOON.plusSeconds(30));
        mappings.step(NOON.plusSeconds(30));
        assertThat(changes).containsExactly("INSERT a");
        assertThat(mappings.drain().records()).isZero();
    }

    @Test
    void aPoisonRecordEndsInTheBucketAndTheOthersInTheTable() {
        Mappings mappings = open();

        put("a", "b", "poison", "c");
        mappings.drain();

        assertThat(changes).containsExactlyInAnyOrder("INSERT a", "INSERT b", "INSERT c");
        S3Client s3 = new S3Client(engines.s3());
        List<String> keys = s3.keys(name, "aws/lambda/");
        assertThat(keys).hasSize(1);
        JsonNode object = Json.parse(s3.find(name, keys.getFirst()).orElseThrow());
        assertThat(object.path("KinesisBatchInfo").path("batchSize").asInt()).isOne();
        JsonNode event = Json.parse(object.path("payload").asText());
        assertThat(data(event.path("Records").get(0))).isEqualTo("poison");
    }

    @Test
    void aSecondRunAfterAKillOfAllEnginesLosesNothingAndKnowsWhereItWas() throws Exception {
        open().drain();
        put("a", "b to be saved");
        call(
                JsonService.DYNAMODB,
                "PutItem",
                "{'TableName':'NAME','Item':{'pk':{'S':'item:before'}}}");
        awaitSavedStream();
        for (EngineName engine : List.of(EngineName.KINESIS, EngineName.DYNAMODB)) {
            var exit = engines.exit(engine);
            ProcessHandle.of(engines.pids().get(engine)).orElseThrow().destroyForcibly();
            exit.get(20, TimeUnit.SECONDS);
        }

        Mappings second = open();
        second.drain();
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "INSERT item:before", "INSERT a", "INSERT b to be saved");

        put("c");
        second.drain();
        assertThat(changes).hasSize(4).endsWith("INSERT c");
        assertThat(events).noneMatch(MappingEvent.PositionLost.class::isInstance);
    }

    @Test
    void aRealFunctionTakesTheEventOfARealStream() {
        try (var function = host.function(EchoHandler.class, Duration.ofMinutes(1), Map.of())) {
            List<String> answers = new ArrayList<>();
            FunctionInvoker noting =
                    payload -> {
                        InvocationOutcome outcome = function.invoke(payload);
                        answers.add(outcome.summary());
                        return outcome;
                    };
            Mappings mappings =
                    Mappings.open(
                            List.of(stream().build()),
                            Map.of("Function", Bench.target(noting)),
                            services());
            put("a");

            mappings.drain();

            assertThat(answers).singleElement().asString().startsWith("answered ");
            assertThat(mappings.counters().getFirst().delivered()).isOne();
        }
    }

    private Mappings open() {
        return Mappings.open(
                List.of(
                        named(table(), "Changes"),
                        named(stream(), "Records"),
                        named(queue(), "Messages")),
                Map.of(
                        "Messages",
                                Bench.target(payload ->
                                        each(payload, r -> put(r.path("body").asText()))),
                        "Records", Bench.target(this::store),
                        "Changes", Bench.target(payload -> each(payload, this::note))),
                services());
    }

    private SettingsBuilder queue() {
        return settings()
                .source(
                        new EventSource.SqsQueue(
                                name, "arn:aws:sqs:us-east-1:000000000000:" + name))
                .batchSize(1);
    }

    private SettingsBuilder stream() {
        return settings()
                .source(
                        new EventSource.KinesisStream(
                                name, "arn:aws:kinesis:us-east-1:000000000000:stream/" + name))
                .onFailure(Optional.of("arn:aws:s3:::" + name))
                .bisecting()
                .retries(1);
    }

    private SettingsBuilder table() {
        return settings()
                .source(new EventSource.TableStream(name, "the template's"))
                .filter("{\"eventName\":[\"INSERT\"]}");
    }

    private static EventSourceMapping named(SettingsBuilder settings, String mapping) {
        return settings.logicalId(mapping).functionName(mapping).build();
    }

    private InvocationOutcome store(byte[] payload) {
        for (JsonNode record : Json.parse(payload).path("Records")) {
            if (data(record).equals("poison")) {
                return FakeFunction.THROWN;
            }
            call(
                    JsonService.DYNAMODB,
                    "PutItem",
                    "{'TableName':'NAME','Item':{'pk':{'S':'%s'}}}".formatted(data(record)));
        }
        return FakeFunction.DONE;
    }

    private void note(JsonNode record) {
        changes.add(
                record.path("eventName").asText()
                        + " "
                        + record.at("/dynamodb/NewImage/pk/S").asText());
    }

    private static InvocationOutcome each(byte[] payload, Consumer<JsonNode> action) {
        Json.parse(payload).path("Records").forEach(action);
        return FakeFunction.DONE;
    }

    private static String data(JsonNode record) {
        byte[] data = Base64.getDecoder().decode(record.at("/kinesis/data").asText());
        return new String(data, UTF_8);
    }

    private void put(String... texts) {
        var request = Json.object().put("StreamName", name);
        var records = request.putArray("Records");
        for (String text : texts) {
            records.addObject()
                    .put("PartitionKey", text)
                    .put("Data", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        }
        client(JsonService.KINESIS).call("PutRecords", request);
    }

    private void send(String body) {
        String url =
                call(JsonService.SQS, "GetQueueUrl", "{'QueueName':'NAME'}")
                        .path("QueueUrl")
                        .asText();
        client(JsonService.SQS)
                .call("SendMessage", Json.object().put("QueueUrl", url).put("MessageBody", body));
    }

    private void awaitActiveStream() {
        while (!call(JsonService.KINESIS, "DescribeStreamSummary", "{'StreamName':'NAME'}")
                .at("/StreamDescriptionSummary/StreamStatus")
                .asText()
                .equals("ACTIVE")) {
            Thread.onSpinWait();
        }
    }

    /// kinesis-local saves by itself, now and then.
    private void awaitSavedStream() throws Exception {
        String saved = "";
        String newest = Base64.getEncoder().encodeToString("b to be saved".getBytes(UTF_8));
        while (!saved.contains(newest)) {
            // Not walked: files come and go while it saves.
            try (Stream<Path> files = Files.list(folder.resolve("kinesis"))) {
                StringBuilder all = new StringBuilder();
                for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    all.append(Files.readString(file));
                }
                saved = all.toString();
            }
        }
    }

    private MappingServices services() {
        return new MappingServices(
                (service, action, request) -> client(service).call(action, request),
                (bucket, key, content) -> new S3Client(engines.s3()).put(bucket, key, content),
                (topic, message) -> {
                    throw new AssertionError(topic + " " + message);
                },
                InstantSource.system(),
                folder.resolve("checkpoints").resolve(name),
                () -> {},
                _ -> {},
                events::add);
    }

    private JsonNode call(JsonService service, String action, String json) {
        return client(service)
                .call(action, Json.parse(json.replace('\'', '"').replace("NAME", name)));
    }

    private AwsJsonClient client(JsonService service) {
        return new AwsJsonClient(
                service,
                switch (service) {
                    case KINESIS -> engines.kinesis();
                    case SQS -> engines.sqs();
                    default -> engines.dynamodb();
                });
    }
}
