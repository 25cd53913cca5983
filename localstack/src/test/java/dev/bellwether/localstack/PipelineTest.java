package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.RunEvent;
import dev.bellwether.local.training.TrainingJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A market day on the deployed stacks, and the same day on local-aws: the same rows, alerts,
/// messages and quarantine.
@OnLocalStack
@Order(50)
final class PipelineTest {
    @TempDir static Path folder;

    private static final List<RunEvent> EVENTS = new ArrayList<>();
    private static List<TrainingJob> trainings = List.of();
    private static List<Map<String, String>> tableRows = List.of();
    private static List<String> messages = List.of();
    private static LakeRows lake;
    private static LocalAwsDay expected;

    @BeforeAll
    static void runTheDayOnBoth(
            LocalStack localStack, Deployment deployment, Surroundings surroundings)
            throws Exception {
        // Beside it: LocalStack's day is mostly delays and batching windows that pass.
        CompletableFuture<LocalAwsDay> localAws =
                CompletableFuture.supplyAsync(() ->
                        Timings.measured(
                                "the same on local-aws",
                                () ->
                                        LocalAwsDay.run(
                                                deployment,
                                                surroundings,
                                                folder.resolve("local-aws"))));
        DeployedPipeline pipeline =
                new DeployedPipeline(localStack, deployment, surroundings.glue(), EVENTS::add);
        pipeline.putSecret(SuiteDay.KEY_PARAMETER, SuiteDay.KEY);
        Timings.measured(
                "history",
                () -> {
                    var history = pipeline.invoke("IngestAlphaVantage", SuiteDay.HISTORY);
                    assertThat(history.summary()).startsWith("answered");
                    pipeline.awaitDelivered();
                });
        Timings.measured(
                "market day",
                () -> {
                    pipeline.runDay(SuiteDay.BEGINS, SuiteDay.ENDS);
                    trainings = surroundings.training().awaitAll();
                });
        Timings.measured("lake copied", () -> pipeline.copyLake(folder.resolve("copy")));
        lake = LakeRows.of(folder.resolve("copy"));
        tableRows =
                MarketRows.of(
                        localStack.clients().dynamoDb(),
                        deployment.only("AWS::DynamoDB::Table", "Market").physicalId());
        messages = LocalStackSms.textsTo(localStack, Suite.PHONE).stream().sorted().toList();
        Timings.note(localStack.containers().keySet().size() + " containers at the end of the day");
        expected = localAws.join();
    }

    @Test
    void noScheduleOfTheDayFailed() {
        assertThat(EVENTS).hasSizeGreaterThan(600);
        assertThat(EVENTS).noneMatch(RunEvent.FunctionFailed.class::isInstance);
    }

    @Test
    void theTableHoldsTheSameItems() {
        assertThat(expected.tableRows()).hasSizeGreaterThan(3_000);
        assertThat(tableRows).containsExactlyElementsOf(expected.tableRows());
    }

    @Test
    void theLakeHoldsTheSameBars() {
        assertThat(expected.lake().bars()).hasSize(5);
        assertThat(lake.bars()).isEqualTo(expected.lake().bars());
    }

    @Test
    void theLakeHoldsTheSameQuotesEachOnce() {
        assertThat(lake.quotes()).doesNotHaveDuplicates().isNotEmpty();
        assertThat(lake.quotes()).containsExactlyElementsOf(expected.lake().quotes());
    }

    @Test
    void theSameAlertsWereRaisedAndSent() {
        assertThat(expected.lake().alerts()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lake.alerts()).isEqualTo(expected.lake().alerts());
        assertThat(messages).isNotEmpty().isEqualTo(expected.messages());
    }

    @Test
    void theSameIsInQuarantine() {
        assertThat(expected.lake().quarantine())
                .anyMatch(row -> row.contains("impossible"))
                .anyMatch(row -> row.contains("NFLX"));
        assertThat(lake.quarantine()).isEqualTo(expected.lake().quarantine());
    }

    @Test
    void theLakeHoldsTheSameCuratedTables() {
        assertThat(expected.lake().curated())
                .anyMatch(key -> key.startsWith("curated/daily_bars/"))
                .anyMatch(key -> key.startsWith("curated/data_condition/"));
        assertThat(lake.curated()).isEqualTo(expected.lake().curated());
    }

    @Test
    void oneJobWasTrainedAndPredictedTheSame(Surroundings surroundings) {
        assertThat(trainings)
                .singleElement()
                .satisfies(job -> assertThat(job.status()).isEqualTo("Completed"));
        assertThat(surroundings.training().refusedCalls()).isEmpty();
        assertThat(expected.lake().results()).hasSize(2);
        assertThat(lake.results()).isEqualTo(expected.lake().results());
    }
}
