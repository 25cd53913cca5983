package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.aws.AwsUnderTest;
import dev.bellwether.aws.Declared;
import dev.bellwether.local.LocalAws;
import dev.bellwether.local.LocalAwsSettings;
import dev.bellwether.local.RunEvent;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.template.Parameter;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Stream;
import dev.bellwether.local.template.Table;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.Topic;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The contracts' template run by local-aws.
final class LocalAwsUnderTest implements AwsUnderTest {
    private final LocalAws aws;
    private final BlockingQueue<RunEvent> events;
    private final AwsClients clients;
    private final Map<String, String> refs = new HashMap<>();

    private LocalAwsUnderTest(LocalAws aws, BlockingQueue<RunEvent> events) {
        this.aws = aws;
        this.events = events;
        clients = AwsClients.of(service -> endpoint(aws.engines(), service));
        Template template = aws.template();
        template.buckets().forEach(bucket -> refs.put(bucket.logicalId(), bucket.name()));
        for (Table table : template.tables()) {
            refs.put(table.logicalId(), table.name());
        }
        for (Stream stream : template.streams()) {
            refs.put(stream.logicalId(), stream.name());
        }
        for (Topic topic : template.topics()) {
            refs.put(topic.logicalId(), topic.arn());
        }
        for (Parameter parameter : template.parameters()) {
            refs.put(parameter.logicalId(), parameter.name());
        }
        for (Queue queue : template.queues()) {
            refs.put(
                    queue.logicalId(),
                    clients.sqs()
                            .getQueueUrl(request -> request.queueName(queue.name()))
                            .queueUrl());
        }
    }

    /// @param folder for the assembly and the state of this run alone
    static LocalAwsUnderTest start(Path folder) {
        BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
        LocalAws aws =
                LocalAws.start(
                        new LocalAwsSettings(
                                ContractsAssembly.write(folder.resolve("assembly")).folder(),
                                folder.resolve("state"),
                                Suite.home(),
                                Suite.java(),
                                Path.of("node"),
                                Map.of(Declared.SECRET_NAME, Declared.SECRET_VALUE),
                                Map.of(),
                                new EntryPoint(List.of(), "none.jar", "None"),
                                InstantSource.system(),
                                events::add));
        return new LocalAwsUnderTest(aws, events);
    }

    private URI endpoint(ServiceEndpoints engines, String service) {
        return switch (service) {
            case "dynamodb" -> engines.dynamoDb();
            case "kinesis" -> engines.kinesis();
            case "s3" -> engines.s3();
            case "sqs" -> engines.sqs();
            default -> aws.thinServices();
        };
    }

    @Override
    public S3Client s3() {
        return clients.s3();
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return clients.dynamoDb();
    }

    @Override
    public DynamoDbStreamsClient dynamoDbStreams() {
        return clients.dynamoDbStreams();
    }

    @Override
    public KinesisClient kinesis() {
        return clients.kinesis();
    }

    @Override
    public SqsClient sqs() {
        return clients.sqs();
    }

    @Override
    public SnsClient sns() {
        return clients.sns();
    }

    @Override
    public SsmClient ssm() {
        return clients.ssm();
    }

    @Override
    public String ref(String logicalId) {
        return Objects.requireNonNull(refs.get(logicalId), logicalId);
    }

    @Override
    public List<String> sentTo(String phone) {
        return aws.template().topics().stream()
                .flatMap(topic -> aws.outbox().messages(topic.name()).stream())
                .flatMap(message -> textsFor(phone, message).stream())
                .toList();
    }

    /// The texts of a published message that a telephone got.
    static List<String> textsFor(String phone, JsonNode message) {
        return message.path("deliveries")
                .valueStream()
                .filter(delivery -> delivery.path("protocol").asText().equals("sms"))
                .filter(delivery -> delivery.path("endpoint").asText().equals(phone))
                .map(delivery -> delivery.path("message").asText(message.path("message").asText()))
                .toList();
    }

    @Override
    public Optional<String> fire(String scheduleLogicalId, Instant scheduledTime) {
        events.clear();
        aws.fire(scheduleLogicalId, scheduledTime);
        return switch (events.remove()) {
            case RunEvent.FunctionAnswered answered -> Optional.of(answered.answer());
            case RunEvent.MessageSent _ -> Optional.empty();
            case RunEvent other -> throw new IllegalStateException("Firing led to " + other);
        };
    }

    @Override
    public void close() {
        aws.close();
    }
}
