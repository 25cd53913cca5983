package dev.bellwether.local.engine;

import static dev.bellwether.local.engine.EngineName.DYNAMODB;
import static dev.bellwether.local.engine.EngineName.S3;
import static dev.bellwether.local.engine.EngineName.SQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.JsonService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class EnginesTest {
    @TempDir Path folder;

    @Test
    void allEnginesListenOnLoopbackOnly() {
        assumeTrue(ListeningSockets.areKnown(), "listening sockets are known on Linux only");
        var all = EnumSet.allOf(EngineName.class);
        try (var fixture = EngineFixture.with(folder, all)) {
            fixture.engines.start(all);

            var listeners = ListeningSockets.ofTree(fixture.supervisor.pid());
            assertThat(listeners)
                    .allMatch(ListeningSockets.Listener::isLoopback)
                    .extracting(ListeningSockets.Listener::port)
                    .contains(
                            fixture.engines.dynamodb().getPort(),
                            fixture.engines.s3().getPort(),
                            fixture.engines.kinesis().getPort(),
                            fixture.engines.sqs().getPort());
            assertThat(listeners)
                    .extracting(ListeningSockets.Listener::pid)
                    .containsAll(fixture.engines.pids().values());
        }
    }

    @Test
    void oneEngineIsStoppedAndStartedAgainAlone() {
        try (var fixture = EngineFixture.with(folder, Set.of(S3, SQS))) {
            fixture.engines.start(Set.of(S3, SQS));
            long sqsBefore = fixture.engines.pids().get(SQS);
            long s3Before = fixture.engines.pids().get(S3);

            fixture.engines.stop(S3);

            assertThat(fixture.engines.pids()).containsOnlyKeys(SQS);
            assertThat(ProcessHandle.of(s3Before)).isEmpty();
            fixture.engines.s3();
            assertThat(fixture.engines.pids()).containsEntry(SQS, sqsBefore).containsKey(S3);
            assertThat(fixture.engines.pids().get(S3)).isNotEqualTo(s3Before);
            fixture.engines.close();
            assertThat(fixture.engines.pids()).isEmpty();
        }
    }

    @Test
    void delayAndVisibilityFollowMarketTime() {
        try (var fixture = EngineFixture.with(folder, Set.of(SQS))) {
            Instant open = Instant.parse("2025-10-29T13:30:00Z");
            SqsEngine clock = fixture.engines.sqsEngine();
            var sqs = new AwsJsonClient(JsonService.SQS, clock.endpoint());
            String queue =
                    sqs.call(
                                    "CreateQueue",
                                    Json.parse(
                                            """
                                            {"QueueName":"HalfMinute","Attributes":
                                             {"DelaySeconds":"30","VisibilityTimeout":"60"}}
                                            """))
                            .path("QueueUrl")
                            .asText();
            clock.setNow(open);
            sqs.call(
                    "SendMessage", Json.object().put("QueueUrl", queue).put("MessageBody", "poll"));

            clock.setNow(open.plusMillis(29_999));
            assertThat(receive(sqs, queue)).isEmpty();
            clock.setNow(open.plusSeconds(30));
            assertThat(receive(sqs, queue)).hasSize(1);
            assertThat(receive(sqs, queue)).isEmpty();
            clock.setNow(open.plusSeconds(91));
            assertThat(receive(sqs, queue)).hasSize(1);

            clock.followWallClock();
            sqs.call(
                    "SendMessage",
                    Json.object()
                            .put("QueueUrl", queue)
                            .put("MessageBody", "now")
                            .put("DelaySeconds", 0));
            assertThat(receive(sqs, queue))
                    .anyMatch(message -> message.path("Body").asText().equals("now"));
        }
    }

    private static JsonNode receive(AwsJsonClient sqs, String queue) {
        return sqs.call(
                        "ReceiveMessage",
                        Json.object().put("QueueUrl", queue).put("MaxNumberOfMessages", 10))
                .path("Messages");
    }

    @Test
    void anEngineThatIsNotBuiltIsAnErrorThatSaysWhatToDo() {
        try (var supervisor = supervisor()) {
            var engines = new Engines(supervisor, settings(folder));

            assertThatThrownBy(engines::dynamodb)
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("Engine dynamodb is not built")
                    .hasMessageContaining("engine.classpath")
                    .hasMessageContaining("./bellwether");
            assertThatThrownBy(engines::kinesis)
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("npm ci in " + folder);
        }
    }

    @Test
    void anEngineThatEndsAtOnceIsAnErrorWithItsExitCodeAndLog() throws IOException {
        Path module = folder.resolve("local-aws/engines/dynamodb/target");
        Files.createDirectories(module);
        Files.writeString(module.resolve("engine.classpath"), "nowhere.jar");
        try (var supervisor = supervisor()) {
            var engines = new Engines(supervisor, settings(folder));

            assertThatThrownBy(() -> engines.start(Set.of(DYNAMODB)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("Engine dynamodb did not start")
                    .hasMessageContaining("exit code 1")
                    .hasMessageContaining("logs/dynamodb.log")
                    .hasMessageContaining(
                            "ClassNotFoundException: dev.bellwether.engine.dynamodb.DynamoDbEngine");
        }
    }

    @Test
    void theEndOfAnEngineCanBeWaitedFor() throws Exception {
        try (var fixture = EngineFixture.with(folder, Set.of(S3))) {
            assertThat(fixture.engines.exit(S3)).isCompletedWithValue(0);
            fixture.engines.s3();
            var exit = fixture.engines.exit(S3);
            assertThat(exit).isNotDone();

            fixture.kill(S3);

            // Another future than the one that kill() waits for.
            assertThat(exit).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(128 + 9);
        }
    }

    private Supervisor supervisor() {
        return Supervisor.start(EngineFixture.JAVA, folder.resolve("logs/supervisor.log"));
    }

    private static EngineSettings settings(Path folder) {
        return new EngineSettings(
                folder,
                EngineFixture.JAVA,
                Path.of("node"),
                folder.resolve("state"),
                folder.resolve("logs"));
    }
}
