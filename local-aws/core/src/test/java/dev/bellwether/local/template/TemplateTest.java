package dev.bellwether.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Path ASSEMBLY = Path.of("src/test/resources/assembly");
    private static final Template TEMPLATE = Template.read(ASSEMBLY);

    @Test
    void aFunctionComesWithItsJarAndTheValuesOfItsEnvironment() {
        LambdaFunction function = TEMPLATE.functionStartingWith("StreamProcessor");

        assertThat(function.name()).isEqualTo("Pipeline-StreamProcessor9A8B7C6D");
        assertThat(function.handler()).isEqualTo("dev.bellwether.stream.StreamProcessorHandler");
        assertThat(function.memoryMegabytes()).isEqualTo(512);
        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(function.code()).isEqualTo(ASSEMBLY.resolve("asset.abc123.jar"));
        assertThat(function.reservedConcurrency()).isEqualTo(OptionalInt.of(1));
        assertThat(function.asyncInvocation())
                .isEqualTo(new AsyncInvocation(0, Duration.ofMinutes(1), Optional.empty()));
        assertThat(function.environment())
                .isEqualTo(
                        Map.of(
                                "LAKE_BUCKET", "bellwether-data-lakebucket1234abcd",
                                "ALERT_TOPIC_ARN", "arn:aws:sns:us-east-1:000000000000:alerts",
                                "TOPIC_NAME", "alerts"));
    }

    @Test
    void aStreamsMappingKeepsEverySetting() {
        EventSourceMapping mapping = mapping("QuotesMapping");

        assertThat(mapping.functionName()).isEqualTo("Pipeline-StreamProcessor9A8B7C6D");
        assertThat(mapping.source())
                .isEqualTo(
                        new EventSource.KinesisStream(
                                "bellwether-data-QuotesF00D",
                                "arn:aws:kinesis:us-east-1:000000000000:stream/bellwether-data-QuotesF00D"));
        assertThat(mapping.batchSize()).isEqualTo(500);
        assertThat(mapping.batchingWindow()).isEqualTo(Duration.ofSeconds(5));
        assertThat(mapping.startingPosition()).isEqualTo("TRIM_HORIZON");
        assertThat(mapping.maximumRetryAttempts()).isEqualTo(5);
        assertThat(mapping.maximumRecordAge()).contains(Duration.ofHours(1));
        assertThat(mapping.bisectBatchOnFunctionError()).isTrue();
        assertThat(mapping.reportBatchItemFailures()).isTrue();
        assertThat(mapping.onFailureArn())
                .contains("arn:aws:s3:::bellwether-data-lakebucket1234abcd");
        assertThat(mapping.filters())
                .singleElement()
                .hasToString("{\"data\":{\"symbol\":[\"AAPL\"]}}");
    }

    @Test
    void whatAMappingLeavesOutHasTheDefaultsOfItsSource() {
        EventSourceMapping bars = mapping("BarsMapping");
        assertThat(bars.source())
                .isEqualTo(
                        new EventSource.TableStream(
                                "bellwether-data-Market5678EF00",
                                "arn:aws:dynamodb:us-east-1:000000000000:table/bellwether-data-Market5678EF00/stream/latest"));
        assertThat(bars.batchSize()).isEqualTo(100);
        assertThat(bars.maximumRetryAttempts()).isEqualTo(-1);
        assertThat(bars.maximumRecordAge()).isEmpty();
        assertThat(bars.enabled()).isTrue();

        EventSourceMapping queue = mapping("QueueMapping");
        assertThat(queue.source())
                .isEqualTo(
                        new EventSource.SqsQueue(
                                "half-us-east-1",
                                "arn:aws:sqs:us-east-1:000000000000:half-us-east-1"));
        assertThat(queue.batchSize()).isEqualTo(10);
        assertThat(queue.batchingWindow()).isZero();
    }

    @Test
    void aScheduleNamesItsTargetByArn() {
        assertThat(TEMPLATE.schedules())
                .singleElement()
                .satisfies(schedule -> {
                    assertThat(schedule.name()).isEqualTo("daily-bars");
                    assertThat(schedule.expression()).isEqualTo("cron(0 0 * * ? *)");
                    assertThat(schedule.timeZone()).isEqualTo("America/New_York");
                    assertThat(schedule.input()).contains("<aws.scheduler.scheduled-time>");
                    assertThat(schedule.maximumRetryAttempts()).isZero();
                    assertThat(TEMPLATE.function(schedule.targetArn()).logicalId())
                            .isEqualTo("StreamProcessor9A8B7C6D");
                });
    }

    @Test
    void storesAreReadWithWhatTheirCreationNeeds() {
        assertThat(TEMPLATE.buckets())
                .extracting(Bucket::name)
                .containsExactly("bellwether-data-lakebucket1234abcd");
        assertThat(TEMPLATE.streams()).extracting(Stream::shardCount).containsExactly(2);
        assertThat(TEMPLATE.queues())
                .singleElement()
                .satisfies(queue -> {
                    assertThat(queue.name()).isEqualTo("half-us-east-1");
                    assertThat(queue.delay()).isEqualTo(Duration.ofSeconds(30));
                    assertThat(queue.visibilityTimeout()).isEqualTo(Duration.ofSeconds(60));
                    assertThat(queue.messageRetention()).isEqualTo(Duration.ofSeconds(120));
                });
        assertThat(TEMPLATE.tables())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.keySchema()).hasSize(2);
                    assertThat(table.streamViewType()).contains("NEW_AND_OLD_IMAGES");
                    assertThat(table.timeToLiveAttribute()).contains("expires_at");
                });
    }

    @Test
    void theDataCatalogIsHandedOnAsJson() {
        assertThat(TEMPLATE.databases()).containsExactly("bellwether");
        GlueTable table = TEMPLATE.glueTables().getFirst();
        assertThat(table.database()).isEqualTo("bellwether");
        assertThat(table.name()).isEqualTo("daily_bars");
        assertThat(table.tableInput().at("/StorageDescriptor/Location").asText())
                .isEqualTo("s3://bellwether-data-lakebucket1234abcd/bars/daily/");
    }

    @Test
    void aTopicKnowsItsSubscriptions() {
        Topic topic = TEMPLATE.topics().getFirst();
        assertThat(topic.arn()).isEqualTo("arn:aws:sns:us-east-1:000000000000:alerts");
        assertThat(topic.subscriptions())
                .singleElement()
                .satisfies(subscription -> {
                    assertThat(subscription.endpoint()).isEqualTo("owner@example.com");
                    assertThat(subscription.filterPolicy().orElseThrow())
                            .hasToString("{\"direction\":[\"up\"]}");
                });
    }

    @Test
    void aRoleHoldsTheStatementsOfItsPolicies() {
        Role role = TEMPLATE.roles().getFirst();
        assertThat(role.managedPolicyArns())
                .containsExactly(
                        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
        assertThat(role.statements())
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.path("Resource").asText())
                                .endsWith("stream/bellwether-data-QuotesF00D"));
    }

    @Test
    void whatIsKnowinglyNotRunIsNamedWithItsReason() {
        assertThat(TEMPLATE.leftOut())
                .extracting(LeftOut::type)
                .contains("AWS::IAM::Role", "AWS::CDK::Metadata", "AWS::Lambda::Permission");
        assertThat(TEMPLATE.leftOut()).extracting(LeftOut::reason).noneMatch(String::isBlank);
    }

    @Test
    void theSameAssemblyGivesTheSameNames() {
        assertThat(Template.read(ASSEMBLY)).isEqualTo(TEMPLATE);
    }

    private static EventSourceMapping mapping(String logicalId) {
        List<EventSourceMapping> found =
                TEMPLATE.mappings().stream()
                        .filter(mapping -> mapping.logicalId().equals(logicalId))
                        .toList();
        return found.getFirst();
    }
}
