package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.local.engine.EngineName;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.function.EchoHandler;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.mapping.MappingCounters;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A small template on the real SQS and DynamoDB engines, with a function of this test.
@Timeout(120)
class LocalAwsTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir Path folder;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void requireEngines() {
        for (EngineName engine : List.of(EngineName.SQS, EngineName.DYNAMODB)) {
            Path file =
                    HOME.resolve("local-aws/engines/%s/target/engine.classpath".formatted(engine));
            assumeTrue(
                    Files.exists(file), "Engine %s is not built (mvn package)".formatted(engine));
        }
    }

    @Test
    void aDayRunsOnMarketTimeAndItsStateIsFoundAgain() throws IOException {
        try (LocalAws aws = LocalAws.start(settings("symbol"))) {
            assertThatThrownBy(() -> LocalAws.start(settings("symbol")))
                    .isInstanceOf(StateInUseException.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));

            assertThat(RunEndpoints.find(folder.resolve("state")))
                    .contains(
                            new RunEndpoints(
                                    Long.toString(ProcessHandle.current().pid()),
                                    folder.resolve("assembly"),
                                    aws.engines(),
                                    aws.thinServices()));

            aws.runDay(
                    Instant.parse("2025-10-29T13:30:00Z"), Instant.parse("2025-10-29T13:33:00Z"));

            assertThat(answers())
                    .containsExactly(
                            "{\"scheduledTime\":\"2025-10-29T13:30:00Z\"}",
                            "{\"scheduledTime\":\"2025-10-29T13:31:00Z\"}",
                            "{\"scheduledTime\":\"2025-10-29T13:32:00Z\"}");
            assertThat(aws.mappingCounters())
                    .extracting(MappingCounters::delivered)
                    .containsExactly(3L);
            assertThat(aws.invoke("Echo", "\"environment\""))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer ->
                                    assertThat(answer.text())
                                            .contains("AWS_ENDPOINT_URL_DYNAMODB", "SYMBOLS")
                                            .doesNotContain("HOME", "USER", "JAVA_HOME"));
            assertThat(aws.refusedCalls()).isEmpty();
        }
        assertThat(RunEndpoints.find(folder.resolve("state"))).isEmpty();
        assertItsStoresAreThereWithoutARun();
        LocalAws.start(settings("symbol")).close();
        assertThatThrownBy(() -> LocalAws.start(settings("ticker")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Table T-Market of the state folder has keys");
        // Whoever was refused has given the folder back.
        LocalAws.start(settings("symbol")).close();
    }

    private void assertItsStoresAreThereWithoutARun() {
        EngineSettings settings =
                new EngineSettings(
                        HOME,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Path.of("node"),
                        folder.resolve("state"),
                        folder.resolve("logs"));
        try (LocalStores stores = LocalStores.start(settings, Set.of(EngineName.DYNAMODB))) {
            assertThat(
                            new AwsJsonClient(
                                            JsonService.DYNAMODB,
                                            stores.endpoint(EngineName.DYNAMODB))
                                    .call("ListTables", Json.object())
                                    .path("TableNames")
                                    .path(0)
                                    .asText())
                    .isEqualTo("T-Market");
            assertThatThrownBy(() -> LocalAws.start(settings("symbol")))
                    .isInstanceOf(StateInUseException.class);
        }
    }

    @Test
    void anEngineThatEndsByItselfEndsTheRunByName() throws IOException {
        try (LocalAws aws = LocalAws.start(settings("symbol"))) {
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> commandLine(process).contains("sqs.SqsEngine"))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThatThrownBy(() ->
                            aws.runDay(
                                    Instant.parse("2025-10-29T13:30:00Z"),
                                    Instant.parse("2025-10-29T13:33:00Z")))
                    .hasMessageContaining("sqs");
        }
    }

    private static String commandLine(ProcessHandle process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private List<String> answers() {
        return events.stream()
                .filter(RunEvent.FunctionAnswered.class::isInstance)
                .map(event -> ((RunEvent.FunctionAnswered) event).answer())
                .toList();
    }

    private LocalAwsSettings settings(String key) throws IOException {
        return new LocalAwsSettings(
                assembly(key),
                folder.resolve("state"),
                HOME,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("node"),
                Map.of(),
                Map.of(),
                new EntryPoint(List.of(), "none.jar", "None"),
                InstantSource.system(),
                events::add);
    }

    private Path assembly(String key) throws IOException {
        Path assembly = Files.createDirectories(folder.resolve("assembly"));
        Files.writeString(
                assembly.resolve("manifest.json"),
                """
                {"artifacts": {
                  "T.assets": {"type": "cdk:asset-manifest", "properties": {"file": "T.assets.json"}},
                  "T": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "T.json"},
                        "dependencies": ["T.assets"]}}}
                """);
        Files.writeString(
                assembly.resolve("T.assets.json"),
                """
                {"files": {"a": {"source": {"path": "CLASSES"}, "destinations": {"d": {"objectKey": "a.zip"}}}}}
                """
                        .replace(
                                "CLASSES",
                                Path.of("target/test-classes").toAbsolutePath().toString()));
        Files.writeString(
                assembly.resolve("T.json"),
                """
                {"Resources": {
                  "Role": {"Type": "AWS::IAM::Role", "Properties": {}},
                  "Echo": {"Type": "AWS::Lambda::Function", "Properties": {
                    "Handler": "HANDLER", "Runtime": "java25", "MemorySize": 256, "Timeout": 20,
                    "Code": {"S3Key": "a.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]},
                    "Environment": {"Variables": {"SYMBOLS": "AAPL"}}}},
                  "Half": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 30}},
                  "HalfToEcho": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                    "FunctionName": {"Ref": "Echo"}, "EventSourceArn": {"Fn::GetAtt": ["Half", "Arn"]},
                    "BatchSize": 1}},
                  "Market": {"Type": "AWS::DynamoDB::Table", "Properties": {
                    "KeySchema": [{"AttributeName": "NAME", "KeyType": "HASH"}],
                    "AttributeDefinitions": [{"AttributeName": "NAME", "AttributeType": "S"}]}},
                  "EchoSchedule": {"Type": "AWS::Scheduler::Schedule", "Properties": {
                    "ScheduleExpression": "rate(1 minute)", "Target": {
                      "Arn": {"Fn::GetAtt": ["Echo", "Arn"]},
                      "Input": "{\\"scheduledTime\\":\\"<aws.scheduler.scheduled-time>\\"}"}}},
                  "HalfSchedule": {"Type": "AWS::Scheduler::Schedule", "Properties": {
                    "ScheduleExpression": "rate(1 minute)", "Target": {
                      "Arn": {"Fn::GetAtt": ["Half", "Arn"]}, "Input": "half"}}}}}
                """
                        .replace("HANDLER", EchoHandler.class.getName())
                        .replace("NAME", key));
        return assembly;
    }
}
