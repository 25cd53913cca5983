package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.function.EchoHandler;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the ends of jobs start, in a run without engines.
@Timeout(120)
class JobEventsTest {
    private static final Instant BEGINS = Instant.parse("2026-11-21T05:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-11-21T06:00:00Z");

    @TempDir Path home;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void prepareAHome() throws IOException {
        Path spark = Files.createDirectories(home.resolve("local-aws/engines/spark/target"));
        Files.writeString(
                spark.resolve("engine.classpath"),
                Path.of("target", "test-classes").toAbsolutePath() + "\n");
        Files.createSymbolicLink(
                Files.createDirectories(home.resolve("local-aws/core/target"))
                        .resolve("runtime-client"),
                Path.of("target", "runtime-client").toAbsolutePath());
    }

    @Test
    void theEndOfAJobStartsAFunctionInTheSameMarketMinute() throws IOException {
        try (LocalAws aws = LocalAws.start(settings("well"))) {
            aws.runDay(BEGINS, ENDS);

            assertThat(answers())
                    .singleElement()
                    .satisfies(answered -> {
                        assertThat(answered.startedBy()).isEqualTo("etl-succeeded");
                        assertThat(answered.scheduledTime())
                                .isEqualTo(Instant.parse("2026-11-21T05:05:00Z"));
                        JsonNode event = Json.parse(answered.answer());
                        assertThat(event.path("time").asText()).isEqualTo("2026-11-21T05:05:00Z");
                        assertThat(event.path("detail").path("state").asText())
                                .isEqualTo("SUCCEEDED");
                    });
            assertThat(aws.outbox().messages("alarms")).isEmpty();
        }
    }

    @Test
    void aJobThatFailsOnItsLastTryIsToldToTheTopicOnce() throws IOException {
        try (LocalAws aws = LocalAws.start(settings("fails"))) {
            aws.runDay(BEGINS, ENDS);

            assertThat(events)
                    .filteredOn(RunEvent.Job.class::isInstance)
                    .extracting(event -> ((RunEvent.Job) event).run().state())
                    .containsExactly("RUNNING", "RETRIED", "RUNNING", "FAILED");
            assertThat(answers()).isEmpty();
            assertThat(aws.outbox().messages("alarms"))
                    .extracting(message -> message.path("message").asText())
                    .containsExactly("\"lake-etl is FAILED: the raw zone is gone\"");
            assertThat(events)
                    .filteredOn(RunEvent.Told.class::isInstance)
                    .extracting(event -> ((RunEvent.Told) event).topic())
                    .containsExactly("Alarms");
        }
    }

    @Test
    void anEndOfATrainingJobIsAnEventToo() throws Exception {
        try (LocalAws aws = LocalAws.start(settings("well"))) {
            // Its channel cannot be read: no engine of S3 runs here.
            assertThat(
                            post(
                                            aws.thinServices(),
                                            "sagemaker",
                                            Map.of("X-Amz-Target", "SageMaker.CreateTrainingJob"),
                                            """
                                            {"TrainingJobName":"lasso-1","RoleArn":"r","ResourceConfig":{"InstanceType":"ml.m5.large"},
                                             "StoppingCondition":{"MaxRuntimeInSeconds":60},
                                             "AlgorithmSpecification":{"TrainingInputMode":"File"},
                                             "OutputDataConfig":{"S3OutputPath":"s3://lake/models/"},
                                             "InputDataConfig":[{"ChannelName":"bars","DataSource":{"S3DataSource":{"S3Uri":"s3://lake/bars/"}}}]}
                                            """)
                                    .statusCode())
                    .isEqualTo(200);
            aws.awaitJobs();

            assertThat(answers())
                    .singleElement()
                    .satisfies(answered -> {
                        JsonNode event = Json.parse(answered.answer());
                        assertThat(answered.startedBy()).isEqualTo("training-failed");
                        assertThat(event.path("source").asText()).isEqualTo("aws.sagemaker");
                        assertThat(event.path("resources").path(0).asText())
                                .isEqualTo(
                                        "arn:aws:sagemaker:us-east-1:000000000000:training-job/lasso-1");
                        assertThat(event.path("detail").path("TrainingJobStatus").asText())
                                .isEqualTo("Failed");
                        assertThat(event.path("detail").path("FailureReason").asText())
                                .startsWith("ClientError: ");
                    });
        }
    }

    @Test
    void anInvocationThatNobodyWaitsForIsTakenAndDone() throws Exception {
        try (LocalAws aws = LocalAws.start(settings("well"))) {
            HttpResponse<String> taken =
                    post(
                            aws.thinServices().resolve("/2015-03-31/functions/S-Echo/invocations"),
                            "lambda",
                            Map.of("X-Amz-Invocation-Type", "Event"),
                            "{\"a\":1}");
            aws.awaitJobs();

            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(taken.body()).isEmpty();
            assertThat(answers())
                    .singleElement()
                    .satisfies(answered -> {
                        assertThat(answered.startedBy()).isEqualTo(RunEvent.INVOKE);
                        assertThat(answered.answer()).isEqualTo("{\"a\":1}");
                    });
        }
    }

    private List<RunEvent.FunctionAnswered> answers() {
        return events.stream()
                .filter(RunEvent.FunctionAnswered.class::isInstance)
                .map(RunEvent.FunctionAnswered.class::cast)
                .toList();
    }

    private static HttpResponse<String> post(
            URI address, String service, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=k/20261121/us-east-1/%s/aws4_request"
                                        .formatted(service))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private LocalAwsSettings settings(String end) throws IOException {
        return new LocalAwsSettings(
                assembly(end),
                home.resolve("state"),
                home,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of("node"),
                Map.of(),
                Map.of(),
                new EntryPoint(List.of(), "none.jar", "None"),
                InstantSource.system(),
                events::add);
    }

    private Path assembly(String end) throws IOException {
        Path assembly = Files.createDirectories(home.resolve("assembly"));
        Files.writeString(
                assembly.resolve("manifest.json"),
                """
                {"artifacts":{
                  "S.assets":{"type":"cdk:asset-manifest","properties":{"file":"S.assets.json"}},
                  "S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"S.json"},"dependencies":["S.assets"]}}}
                """);
        Files.writeString(
                assembly.resolve("S.assets.json"),
                """
                {"files":{
                  "a":{"source":{"path":"asset.a.scala"},"destinations":{"d":{"objectKey":"a.scala"}}},
                  "b":{"source":{"path":"CLASSES"},"destinations":{"d":{"objectKey":"b.zip"}}}}}
                """
                        .replace(
                                "CLASSES",
                                Path.of("target/test-classes").toAbsolutePath().toString()));
        Files.writeString(
                assembly.resolve("S.json"),
                """
                {"Resources":{
                  "Job":{"Type":"AWS::Glue::Job","Properties":{
                    "Name":"lake-etl","MaxRetries":1,"Timeout":30,
                    "Command":{"Name":"glueetl","ScriptLocation":"s3://assets/a.scala"},
                    "DefaultArguments":{"--end":"END"}}},
                  "Start":{"Type":"AWS::Scheduler::Schedule","Properties":{
                    "Name":"lake-etl","ScheduleExpression":"cron(5 0 * * ? *)","State":"ENABLED",
                    "ScheduleExpressionTimezone":"America/New_York",
                    "Target":{"Arn":"arn:aws:scheduler:::aws-sdk:glue:startJobRun","Input":"{\\"JobName\\":\\"lake-etl\\"}"}}},
                  "Alarms":{"Type":"AWS::SNS::Topic","Properties":{"TopicName":"alarms"}},
                  "Echo":{"Type":"AWS::Lambda::Function","Properties":{
                    "Handler":"HANDLER","Runtime":"java25","MemorySize":256,"Timeout":20,
                    "Code":{"S3Key":"b.zip"},"Role":"arn:aws:iam::000000000000:role/R"}},
                  "Succeeded":{"Type":"AWS::Events::Rule","Properties":{"Name":"etl-succeeded",
                    "EventPattern":{"source":["aws.glue"],"detail":{"state":["SUCCEEDED"]}},
                    "Targets":[{"Id":"T","Arn":{"Fn::GetAtt":["Echo","Arn"]}}]}},
                  "Failed":{"Type":"AWS::Events::Rule","Properties":{"Name":"etl-failed",
                    "EventPattern":{"source":["aws.glue"],"detail":{"state":["FAILED","TIMEOUT","STOPPED"]}},
                    "Targets":[{"Id":"T","Arn":{"Ref":"Alarms"},"InputTransformer":{
                      "InputPathsMap":{"job":"$.detail.jobName","state":"$.detail.state","why":"$.detail.message"},
                      "InputTemplate":"\\"<job> is <state>: <why>\\""}}]}},
                  "TrainingFailed":{"Type":"AWS::Events::Rule","Properties":{"Name":"training-failed",
                    "EventPattern":{"source":["aws.sagemaker"],"detail":{"TrainingJobName":[{"prefix":"lasso-"}],"TrainingJobStatus":["Failed"]}},
                    "Targets":[{"Id":"T","Arn":{"Fn::GetAtt":["Echo","Arn"]}}]}}}}
                """
                        .replace("END", end)
                        .replace("HANDLER", EchoHandler.class.getName()));
        return assembly;
    }
}
