package dev.bellwether.local.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.template.GlueJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class GlueJobsTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir Path folder;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch printed = new CountDownLatch(1);
    private Supervisor supervisor;
    private GlueJobs jobs;

    @BeforeEach
    void prepareAnEngine() throws IOException {
        Path module = Files.createDirectories(folder.resolve("local-aws/engines/spark/target"));
        Files.writeString(
                module.resolve("engine.classpath"),
                Path.of("target", "test-classes").toAbsolutePath() + "\n");
        supervisor = Supervisor.start(JAVA, folder.resolve("logs/supervisor.log"));
        jobs = new GlueJobs(supervisor, new GlueSettings(folder, JAVA, folder), listener());
    }

    @AfterEach
    void closeAll() {
        jobs.close();
        supervisor.close();
    }

    @Test
    void aRunGetsTheJobsArgumentsAndThoseOfItsStartWin() {
        JobRun run = jobs.run(job(0, LONG), Map.of("--end", "well", "--tables", "daily_bars"));

        assertThat(run.isSucceeded()).isTrue();
        assertThat(run.message()).isEmpty();
        assertThat(told)
                .containsExactly(
                        "RUNNING ",
                        "| --JOB_NAME etl --end well --lake s3://lake --tables daily_bars",
                        "| done",
                        "SUCCEEDED ");
    }

    @Test
    void aFailedRunSaysWhy() {
        assertThat(jobs.run(job(0, LONG), Map.of("--end", "fails")))
                .extracting(JobRun::state, JobRun::message)
                .containsExactly("FAILED", "the raw zone is gone");
    }

    @Test
    void aCrashShowsTheLogsEnd() {
        JobRun run = jobs.run(job(0, LONG), Map.of("--end", "crashes"));

        assertThat(run.state()).isEqualTo("FAILED");
        assertThat(run.message()).startsWith("exit code 9").contains("no memory left");
    }

    @Test
    void aFailedRunIsTriedAgainAsOftenAsTheJobSays() {
        jobs.run(job(2, LONG), Map.of("--end", "fails"));

        assertThat(told)
                .filteredOn(line -> !line.startsWith("|"))
                .containsExactly(
                        "RUNNING ",
                        "RETRIED the raw zone is gone",
                        "RUNNING ",
                        "RETRIED the raw zone is gone",
                        "RUNNING ",
                        "FAILED the raw zone is gone");
    }

    @Test
    void aRunThatTakesTooLongIsStoppedAndNotTriedAgain() {
        JobRun run = jobs.run(job(1, Duration.ofMillis(1)), Map.of("--end", "never"));

        assertThat(run)
                .extracting(JobRun::state, JobRun::message)
                .containsExactly("TIMEOUT", "it took longer than PT0.001S");
        assertThat(told).noneMatch(line -> line.startsWith("RETRIED"));
    }

    @Test
    void aJobThatRunsIsNotStartedASecondTime() throws InterruptedException {
        jobs.start(job(0, LONG), Map.of("--end", "never"));
        printed.await();

        JobRun second = jobs.run(job(0, LONG), Map.of("--end", "well"));
        jobs.close();
        jobs.awaitAll();

        assertThat(second.state()).isEqualTo("FAILED");
        assertThat(second.message()).startsWith("ConcurrentRunsExceededException");
        assertThat(told).last().isEqualTo("STOPPED the run was closed");
    }

    @Test
    void anEngineThatIsNotBuiltIsSaidToBe() throws IOException {
        Files.delete(folder.resolve("local-aws/engines/spark/target/engine.classpath"));

        assertThatIllegalStateException()
                .isThrownBy(() -> jobs.run(job(0, LONG), Map.of("--end", "well")))
                .withMessageContaining("Spark is not built");
    }

    private GlueListener listener() {
        return new GlueListener() {
            @Override
            public void changed(JobRun run) {
                told.add(run.state() + " " + run.message());
            }

            @Override
            public void printed(String job, String line) {
                if (!line.startsWith("WARNING: ")) { // the JVM's
                    told.add("| " + line);
                    printed.countDown();
                }
            }
        };
    }

    private GlueJob job(int retries, Duration timeout) {
        return new GlueJob(
                "Etl",
                "Job",
                "etl",
                "arn:aws:glue:us-east-1:000000000000:job/etl",
                folder.resolve("LakeEtl.scala"),
                List.of(),
                Map.of("--lake", "s3://lake", "--tables", "all"),
                retries,
                timeout);
    }
}
