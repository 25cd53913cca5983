package dev.bellwether.localstack.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.engine.Engines;
import dev.bellwether.local.function.FunctionHost;
import dev.bellwether.local.function.FunctionRuntime;
import dev.bellwether.local.function.FunctionSpec;
import dev.bellwether.local.mapping.ExponentialPause;
import dev.bellwether.local.mapping.FunctionTarget;
import dev.bellwether.local.mapping.MappingServices;
import dev.bellwether.local.mapping.Mappings;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.JsonService;
import dev.bellwether.local.wire.S3Client;
import dev.bellwether.localstack.AwsClients;
import dev.bellwether.localstack.mapping.MappingCase.Destination;
import dev.bellwether.localstack.mapping.MappingCase.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The mappings of `local-aws` on its engines, with the function in a process of its own, polling
/// by themselves as in a live run.
final class LocalAwsSide implements Side {
    private final Path folder;
    private final Supervisor supervisor;
    private final Engines engines;
    private final Map<String, FunctionTarget> functions;
    private final Sources sources;
    private final Map<String, Mappings> open = new ConcurrentHashMap<>();

    /// How far a case's clock is ahead: that is how time passes here.
    private final Map<String, Duration> ahead = new ConcurrentHashMap<>();

    /// @param home the repository's folder
    /// @param folder for the state of engines and functions
    LocalAwsSide(Path home, Path folder, URI controller) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.folder = folder;
        supervisor = Supervisor.start(java, folder.resolve("supervisor.log"));
        engines =
                new Engines(
                        supervisor,
                        new EngineSettings(home, java, node(), folder.resolve("state"), folder));
        engines.start(
                EnumSet.of(EngineName.KINESIS, EngineName.DYNAMODB, EngineName.SQS, EngineName.S3));
        FunctionHost host =
                new FunctionHost(
                        supervisor, java, runtimeClient(home), folder, InstantSource.system());
        functions =
                Map.of(
                        Functions.PUPPET,
                        function(host, Functions.PUPPET, Functions.TIMEOUT, controller),
                        Functions.SLOW_PUPPET,
                        function(host, Functions.SLOW_PUPPET, Functions.SHORT_TIMEOUT, controller));
        sources =
                Sources.of(
                        AwsClients.of(engines.kinesis()).kinesis(),
                        AwsClients.of(engines.dynamodb()).dynamoDb(),
                        AwsClients.of(engines.dynamodb()).dynamoDbStreams(),
                        AwsClients.of(engines.sqs()).sqs(),
                        AwsClients.of(engines.s3()).s3());
    }

    private static Path node() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(path -> Path.of(path, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("node"));
    }

    private static List<Path> runtimeClient(Path home) {
        try (Stream<Path> jars = Files.list(home.resolve("local-aws/core/target/runtime-client"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Build local-aws first", e);
        }
    }

    private FunctionTarget function(
            FunctionHost host, String name, Duration timeout, URI controller) {
        Path jar = folder.resolve(name + ".jar");
        try {
            Files.write(jar, Functions.jar());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + jar + " failed", e);
        }
        String arn =
                "arn:aws:lambda:%s:%s:function:%s"
                        .formatted(AwsClients.REGION, AwsClients.ACCOUNT, name);
        var runtime =
                new FunctionRuntime(
                        new FunctionSpec(
                                name,
                                arn,
                                Functions.HANDLER,
                                jar,
                                256,
                                timeout,
                                Map.of(PuppetHandler.CONTROLLER, controller.toString())),
                        host);
        return new FunctionTarget(
                runtime, arn, "arn:aws:iam::" + AwsClients.ACCOUNT + ":role/puppet");
    }

    @Override
    public Name name() {
        return Name.LOCAL_AWS;
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public void open(MappingCase row, Stage stage) {
        Mappings mappings = Mappings.open(List.of(mapping(row)), functions, services(row));
        open.put(row.id(), mappings);
        mappings.start();
    }

    private EventSourceMapping mapping(MappingCase row) {
        Settings settings = row.settings();
        return new EventSourceMapping(
                "Cases",
                row.id(),
                Functions.nameFor(row),
                switch (row.source()) {
                    case STREAM -> new EventSource.KinesisStream(row.id(), sources.arn(row));
                    case TABLE -> new EventSource.TableStream(row.id(), sources.arn(row));
                    case QUEUE -> new EventSource.SqsQueue(row.id(), sources.arn(row));
                },
                true,
                settings.batchSize(),
                Duration.ofSeconds(settings.windowSeconds()),
                settings.startingPosition(),
                settings.retries(),
                settings.ageSeconds() < 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofSeconds(settings.ageSeconds())),
                settings.bisect(),
                settings.report(),
                1,
                settings.destination() == Destination.NONE
                        ? Optional.empty()
                        : Optional.of(sources.destinationArn(row)),
                settings.filters().stream().map(EventRecord::json).toList(),
                OptionalInt.empty());
    }

    private MappingServices services(MappingCase row) {
        return new MappingServices(
                this::call,
                (bucket, key, content) -> new S3Client(engines.s3()).put(bucket, key, content),
                (topic, message) -> {
                    throw new AssertionError("No case has a topic: " + topic + " " + message);
                },
                () -> Instant.now().plus(ahead.getOrDefault(row.id(), Duration.ZERO)),
                folder.resolve("checkpoints"),
                () -> {},
                new ExponentialPause(),
                _ -> {});
    }

    private JsonNode call(JsonService service, String action, JsonNode request) {
        URI endpoint =
                switch (service) {
                    case KINESIS -> engines.kinesis();
                    case SQS -> engines.sqs();
                    default -> engines.dynamodb();
                };
        return new AwsJsonClient(service, endpoint).call(action, request);
    }

    @Override
    public void letPass(MappingCase row, Stage stage, Duration time) {
        ahead.merge(row.id(), time, Duration::plus);
    }

    /// Engines stamp records with the machine's time.
    @Override
    public void beforePut(MappingCase row) {
        ahead.remove(row.id());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void close() {
        open.values().forEach(Mappings::close);
        supervisor.close();
    }
}
