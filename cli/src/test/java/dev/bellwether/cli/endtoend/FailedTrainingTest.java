package dev.bellwether.cli.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellwether.cli.demo.LakeAssembly;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.local.LocalAws;
import dev.bellwether.local.LocalAwsSettings;
import dev.bellwether.local.RunEvent;
import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import dev.bellwether.local.training.TrainingJob;
import dev.bellwether.local.wire.S3Client;
import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stacks' own rules, train trigger and alarms, with a training container that fails.
class FailedTrainingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-30");
    private static final Instant SAFETY_NET = Instant.parse("2026-10-31T06:30:00Z");
    private static final TrainingSnapshot SET =
            new TrainingSnapshot(
                    "0a1b2c3d".repeat(8), DAY, Instant.parse("2026-10-30T22:00:00Z"), 1);
    private static final String JOB = "bellwether-lasso-2026-10-30-0a1b2c3d-";

    @TempDir Path folder;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aJobThatFailsIsToldToTheAlarmsAndTriedAgain() {
        try (LocalAws aws = start(1)) {
            announceASet(aws);
            fire(aws);

            assertThat(aws.trainingJobs())
                    .extracting(TrainingJob::name, TrainingJob::status)
                    .containsExactly(tuple(JOB + 1, "Failed"), tuple(JOB + 2, "Completed"));
            assertThat(alarms(aws))
                    .containsExactly(
                            "\"Bellwether: training job %s1 ended as Failed at 2026-10-31T06:30:00Z. AlgorithmError: no memory for \\\"AAPL\\\", exit code: 1\""
                                    .formatted(JOB));
            assertThat(outcomes()).containsExactlyInAnyOrder("started", "started");
            assertThat(keys(aws, "training/days/"))
                    .containsExactly(
                            "training/days/dt=2026-10-30/attempt-1.json",
                            "training/days/dt=2026-10-30/attempt-2.json");

            fire(aws);
            assertThat(outcomes())
                    .containsExactlyInAnyOrder("started", "started", "already-started");
            assertThat(aws.trainingJobs()).hasSize(2);
        }
    }

    @Test
    void afterThreeFailedJobsTheTriggerFailsAndSaysSo() {
        try (LocalAws aws = start(3)) {
            announceASet(aws);
            fire(aws);

            assertThat(aws.trainingJobs())
                    .extracting(TrainingJob::name)
                    .containsExactly(JOB + 1, JOB + 2, JOB + 3);
            assertThat(alarms(aws)).hasSize(3);
            assertThat(events)
                    .filteredOn(RunEvent.FunctionFailed.class::isInstance)
                    .singleElement()
                    .extracting(event -> ((RunEvent.FunctionFailed) event).last().summary())
                    .asString()
                    .contains("Training of 2026-10-30 is given up")
                    .contains(JOB + 3);
        }
    }

    private static void announceASet(LocalAws aws) {
        S3Client s3 = new S3Client(aws.engines().s3());
        s3.put(lake(aws), SET.barsPrefix() + "AAPL.csv", "a bar\n".getBytes(UTF_8));
        s3.put(lake(aws), SET.factsPrefix() + "splits.csv", "none\n".getBytes(UTF_8));
        s3.put(lake(aws), TrainingSnapshot.LATEST_KEY, TrainingSnapshotJson.write(SET));
    }

    private static void fire(LocalAws aws) {
        String training =
                aws.template().schedules().stream()
                        .filter(schedule -> schedule.name().equals("training"))
                        .map(Schedule::logicalId)
                        .findFirst()
                        .orElseThrow();
        aws.fire(training, SAFETY_NET);
        aws.awaitJobs();
    }

    private static String lake(LocalAws aws) {
        return aws.template().buckets().stream()
                .filter(bucket -> bucket.logicalId().startsWith("Lake"))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static List<String> keys(LocalAws aws, String prefix) {
        return new S3Client(aws.engines().s3()).keys(lake(aws), prefix);
    }

    private static List<String> alarms(LocalAws aws) {
        return aws.template().topics().stream()
                .filter(topic -> topic.logicalId().startsWith("Alarms"))
                .flatMap(topic -> aws.outbox().messages(topic.name()).stream())
                .map(message -> message.path("message").asText())
                .toList();
    }

    private List<String> outcomes() {
        return events.stream()
                .filter(RunEvent.FunctionAnswered.class::isInstance)
                .map(event -> ((RunEvent.FunctionAnswered) event).answer())
                .map(answer -> answer.replaceFirst(".*\"outcome\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private LocalAws start(int failures) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Home home = new Home(Bellwether.home(), java, Path.of("node"));
        StateFolder state = new StateFolder(folder.resolve("state"));
        LakeAssembly.ensure(
                home, state, DAY, new Progress(new PrintWriter(new StringWriter()), false));
        return LocalAws.start(
                new LocalAwsSettings(
                        state.lastAssembly(),
                        state.path(),
                        home.root(),
                        java,
                        home.node(),
                        Map.of(),
                        Map.of(),
                        new EntryPoint(
                                List.of("-Xmx32m", "-Dfailures=" + failures),
                                Path.of("target/test-classes").toAbsolutePath().toString(),
                                FailingTraining.class.getName()),
                        InstantSource.system(),
                        events::add));
    }
}
