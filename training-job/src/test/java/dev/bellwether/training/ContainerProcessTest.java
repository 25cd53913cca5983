package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.DailyBarsCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SageMaker's contract, held by the process that the image starts.
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "Signals, pipes and links as the container has them")
class ContainerProcessTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol MSFT = Symbol.of("MSFT");
    private static final int KILLED_BY_SIGTERM = 128 + 15;

    @TempDir Path root;
    @TempDir Path logs;

    private TrainingFolder folder;
    private JobProcess job;

    @BeforeEach
    void fill() throws IOException {
        folder = new TrainingFolder(root);
        folder.config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"created_at\":\"2025-10-30T04:10:00Z\"}");
        job = new JobProcess(root, logs, TrainMain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "train --verbose"})
    void theArgumentsThatSageMakerAppendsChangeNothing(String arguments) throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));

        JobProcess.Ended ended = job.run(arguments.split(" "));

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.output()).endsWith("Complete: 1 predictions for 2025-10-29\n");
        assertThat(folder.read("model/manifest.json")).contains("\"state\" : \"complete\"");
        assertThat(folder.has("output/failure")).isFalse();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void anEmptyChannelIsAFailureWithItsReason() throws Exception {
        requireFailure(job.run("train"), "There are no daily bars in " + bars());
    }

    @Test
    void aChannelOfHeadersOnlyIsEmptyToo() throws Exception {
        Files.writeString(bars().resolve("AAPL.csv"), DailyBarsCsv.HEADER + "\n");

        requireFailure(job.run("train"), "There are no daily bars in " + bars());
    }

    @Test
    void aMissingChannelIsAFailureWithItsName() throws Exception {
        Files.delete(bars());

        requireFailure(job.run("train"), "Channel 'bars' is missing: there is no folder " + bars());
    }

    @Test
    void missingHyperparametersAreAFailure() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));
        Path file = root.resolve("input/config/hyperparameters.json");
        Files.delete(file);

        requireFailure(
                job.run("train"),
                file + " is missing: a training job is given its hyperparameters there");
    }

    @Test
    void malformedHyperparametersAreAFailureByName() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));
        folder.config("hyperparameters.json", "{\"run_day\":\"tomorrow\"}");

        requireFailure(
                job.run("train"),
                "Hyperparameter run_day is \"tomorrow\": it must be a day such as 2025-10-29, as text");
    }

    @Test
    void twoHostsAreAFailure() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));
        folder.config(
                "resourceconfig.json",
                "{\"current_host\":\"algo-1\",\"hosts\":[\"algo-1\",\"algo-2\"]}");

        requireFailure(
                job.run("train"),
                "The job runs on one instance, not on [\"algo-1\",\"algo-2\"]; set the instance count to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "", "Infinity", "1e"})
    void aCellThatIsNoNumberIsAFailureByFileAndLine(String cell) throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));
        folder.bars(Walks.noise(MSFT, 1, 100));
        Path file = bars().resolve("MSFT.csv");
        Files.writeString(
                file,
                Files.readString(file)
                        + "MSFT,2025-10-30,1,1,1,%s,1,alphavantage,raw,\n".formatted(cell));

        JobProcess.Ended ended = job.run("train");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .startsWith("Reading MSFT.csv failed: Line 102 is no daily bar: ");
        assertThat(ended.errors()).contains(folder.read("output/failure"));
        assertThat(folder.has("model")).isFalse();
    }

    @Test
    void aSymbolWithTooFewRowsIsPublishedWithoutSkillAndTheScoresSayWhy() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 400));
        folder.bars(Walks.noise(MSFT, 1, 60));

        JobProcess.Ended ended = job.run("train");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(folder.read("model/predictions.csv").lines().toList().get(2))
                .startsWith("MSFT,2025-10-29,2025-10-30,1,naive,")
                .contains(",none,");
        assertThat(folder.read("model/scores.csv"))
                .contains("\nMSFT,0,", ",none,26 usable samples; 120 are needed\n");
    }

    @Test
    void pricesThatNeverMoveGiveNoNumberThatIsNone() throws Exception {
        folder.bars(changed(Walks.noise(AAPL, 1, 400), bar -> closing(bar, "50", "51", "49")));
        folder.bars(changed(Walks.noise(MSFT, 1, 400), bar -> closing(bar, "50", "50", "50")));

        JobProcess.Ended ended = job.run("train");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(folder.read("model/scores.csv"))
                .contains("none,closes or features do not vary\n")
                .contains("none,0 usable samples; 120 are needed\n");
        assertThat(folder.read("model/predictions.csv"))
                .contains(
                        "\nAAPL,2025-10-29,2025-10-30,1,naive,",
                        ",50.0000,50.0000,50.0000,50.0000,none,50.0000,");
        requireNumbers();
    }

    @Test
    void aVolumeThatNeverChangesLeavesTheOtherFeaturesToTheModel() throws Exception {
        folder.bars(
                changed(
                        Walks.autoregressive(AAPL, 1, 1_500, 0.3),
                        bar ->
                                new OhlcvBar(
                                        bar.symbol(),
                                        bar.tradingDay(),
                                        bar.open(),
                                        bar.high(),
                                        bar.low(),
                                        bar.close(),
                                        1_000,
                                        bar.provider())));

        JobProcess.Ended ended = job.run("train");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(folder.read("model/predictions.csv")).contains(",lasso,", ",yes,");
        requireNumbers();
    }

    @Test
    void symbolsOfTheSamePricesHaveTheSameScores() throws Exception {
        // The market's return is then the symbol's own: a column twice.
        List<OhlcvBar> bars = Walks.autoregressive(AAPL, 1, 1_500, 0.3);
        folder.bars(bars);
        folder.bars(
                changed(
                        bars,
                        bar ->
                                new OhlcvBar(
                                        MSFT,
                                        bar.tradingDay(),
                                        bar.open(),
                                        bar.high(),
                                        bar.low(),
                                        bar.close(),
                                        bar.volume(),
                                        bar.provider())));

        JobProcess.Ended ended = job.run("train");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        List<String> scores = folder.read("model/scores.csv").lines().toList();
        assertThat(scores.get(1)).contains(",yes,");
        assertThat(scores.get(2)).isEqualTo(scores.get(1).replace("AAPL", "MSFT"));
        requireNumbers();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux'")
    void aModelThatCannotBeWrittenIsAFailureWithItsReason() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));
        Files.createDirectories(root.resolve("model/symbols"));
        Files.createSymbolicLink(root.resolve("model/symbols/AAPL.json.tmp"), Path.of("/dev/full"));

        requireFailure(
                job.run("train"),
                "Writing %s failed: No space left on device"
                        .formatted(root.resolve("model/symbols/AAPL.json")));
        assertThat(folder.read("model/manifest.json")).contains("\"state\" : \"training\"");
        assertThat(folder.has("model/predictions.csv")).isFalse();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux'")
    void whereNothingCanBeWrittenTheReasonIsOnStandardErrorAtLeast() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 100));
        Files.createSymbolicLink(root.resolve("model"), Path.of("/dev/full"));
        Files.createSymbolicLink(root.resolve("output"), Path.of("/dev/full"));

        JobProcess.Ended ended = job.run("train");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors())
                .contains(
                        "Failed: Writing %s failed: "
                                .formatted(root.resolve("model/manifest.json")),
                        "The reason could not be handed over: Writing %s failed: "
                                .formatted(root.resolve("output/failure")));
    }

    @Test
    void theSameInputGivesTheSameBytesOnOneProcessorAndOnMore() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 400));
        folder.bars(Walks.autoregressive(MSFT, 1, 1_500, 0.3));
        folder.bars(Walks.noise(Symbol.of("NVDA"), 1, 250));

        assertThat(job.run(Map.of("OPENBLAS_NUM_THREADS", "1"), processors(1), "train").exitCode())
                .isZero();
        Map<String, String> alone = files("model");
        assertThat(job.run(Map.of(), processors(4), "train").exitCode()).isZero();

        assertThat(alone)
                .containsKeys(
                        "predictions.csv", "scores.csv", "manifest.json", "symbols/NVDA.json");
        assertThat(files("model")).isEqualTo(alone);

        // Routines of OpenBLAS that do without AVX, as it chooses them on a processor without.
        Map<String, String> old = Map.of("OPENBLAS_CORETYPE", "Prescott");
        assertThat(job.run(old, List.of(), "train").exitCode()).isZero();
        assertThat(files("model"))
                .containsAllEntriesOf(
                        Map.of(
                                "predictions.csv", alone.get("predictions.csv"),
                                "scores.csv", alone.get("scores.csv"),
                                "manifest.json", alone.get("manifest.json")));
    }

    @Test
    void publishedForecastsAreInTheLakeByteForByteAndStayThere() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 200));
        publishing();
        try (FakeS3 s3 = new FakeS3()) {
            Map<String, String> env = lakeAt(s3);
            assertThat(job.run(env, List.of(), "train").exitCode()).isZero();

            String key = "/lake/predictions/dt=2025-10-29/predictions.csv";
            assertThat(s3.objects).containsOnlyKeys(key, "/lake/scores/dt=2025-10-29/scores.csv");
            String published = s3.text(key);
            assertThat(published).isEqualTo(folder.read("model/predictions.csv"));

            assertThat(job.run(env, List.of(), "train").exitCode()).as("the same again").isZero();
            folder.bars(Walks.noise(AAPL, 2, 200));
            JobProcess.Ended other = job.run(env, List.of(), "train");

            assertThat(other.exitCode()).isEqualTo(1);
            assertThat(other.errors()).contains("A forecast is never overwritten");
            assertThat(folder.read("output/failure")).contains("A forecast is never overwritten");
            assertThat(s3.text(key)).isEqualTo(published);
        }
    }

    @Test
    void whereACanaryIsAgainstItNothingIsPublishedAndTheReasonStandsEverywhere() throws Exception {
        folder.bars(Walks.autoregressive(AAPL, 1, 1_500, 0.3));
        publishing();
        try (FakeS3 s3 = new FakeS3()) {
            JobProcess.Ended ended =
                    new JobProcess(root, logs, WithheldJob.class)
                            .run(lakeAt(s3), List.of(), "train");

            requireFailure(
                    ended, "The run's forecasts are withheld: 5 of 20 random walks claim skill");
            assertThat(ended.output()).contains("Canaries: 5 of 20 random walks");
            assertThat(s3.puts).hasValue(0);
        }
        assertThat(folder.has("model/predictions.csv")).isFalse();
        assertThat(folder.read("model/manifest.json"))
                .contains(
                        "\"state\" : \"withheld\"",
                        "\"withheld_because\" : \"5 of 20 random walks claim skill\"",
                        "\"symbols_done\" : [ \"AAPL\" ]");
        assertThat(folder.read("model/scores.csv"))
                .endsWith(",none,withheld: 5 of 20 random walks claim skill\n");
        assertThat(folder.read("model/canaries.json")).contains("\"random_walks_claiming\" : 5");
    }

    @Test
    void sigtermInTheMiddleLeavesTheFinishedSymbolsAndNoForecast() throws Exception {
        List<String> symbols = new ArrayList<>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            symbols.add("SYM" + letter);
            folder.bars(Walks.noise(Symbol.of("SYM" + letter), 1, 1_500));
        }

        Process process = job.start(Map.of(), processors(1), "train");
        job.awaitSaid(process, "out", "Trained SYMB");
        process.destroy();
        JobProcess.Ended ended = job.await(process);

        assertThat(ended.exitCode()).isEqualTo(KILLED_BY_SIGTERM);
        assertThat(ended.errors()).contains("Told to stop");
        assertThat(ended.output()).contains(" of 26 symbols; nothing was published");
        JsonNode manifest = new ObjectMapper().readTree(folder.read("model/manifest.json"));
        assertThat(manifest.path("state").asText()).isEqualTo("stopped");
        List<String> done =
                manifest.path("symbols_done").valueStream().map(JsonNode::asText).toList();
        assertThat(done).hasSizeBetween(2, 25).isEqualTo(symbols.subList(0, done.size()));
        for (String symbol : done) {
            JsonNode model =
                    new ObjectMapper()
                            .readTree(folder.read("model/symbols/%s.json".formatted(symbol)));
            assertThat(model.path("model").path("coefficients")).hasSize(25);
        }
        assertThat(files("model").keySet()).hasSize(1 + done.size());
        assertThat(folder.has("output/failure")).isFalse();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void sigtermBeforeTheFirstSymbolLeavesAManifestOfNone() throws Exception {
        folder.bars(Walks.noise(AAPL, 1, 150));
        Path file = bars().resolve("AAPL.csv");
        Path whole = Files.move(file, logs.resolve("AAPL.csv"));
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

        Process process = job.start(Map.of(), List.of(), "train");
        // Opens when the job reads its channel, which then waits for what is written here.
        try (OutputStream pipe = Files.newOutputStream(file)) {
            process.destroy();
            job.awaitSaid(process, "err", "Told to stop");
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            pipe.write(Files.readAllBytes(whole));
        }
        JobProcess.Ended ended = job.await(process);

        assertThat(ended.exitCode()).isEqualTo(KILLED_BY_SIGTERM);
        assertThat(ended.output())
                .isEqualTo("Stopped after 0 of 1 symbols; nothing was published\n");
        assertThat(files("model")).containsOnlyKeys("manifest.json");
        assertThat(folder.read("model/manifest.json"))
                .contains("\"state\" : \"stopped\"", "\"symbols_done\" : [ ]");
        assertThat(unfinished()).isEmpty();
    }

    private void publishing() throws IOException {
        folder.config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"created_at\":\"2025-10-30T04:10:00Z\",\"lake_bucket\":\"lake\"}");
    }

    private static Map<String, String> lakeAt(FakeS3 s3) {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                s3.endpoint().toString(),
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local");
    }

    private void requireFailure(JobProcess.Ended ended, String reason) throws IOException {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder.read("output/failure")).isEqualTo(reason);
        assertThat(ended.errors()).isEqualTo("Failed: " + reason + "\n");
        assertThat(unfinished()).isEmpty();
    }

    private void requireNumbers() throws IOException {
        assertThat(files("model").values())
                .hasSizeGreaterThan(3)
                .noneMatch(text -> text.contains("NaN") || text.contains("Infinity"));
    }

    private Path bars() {
        return root.resolve("input/data/bars");
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(it -> it.toString().endsWith(".tmp")).toList();
        }
    }

    private Map<String, String> files(String name) throws IOException {
        Path top = root.resolve(name);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(top)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static List<String> processors(int count) {
        return List.of("-XX:ActiveProcessorCount=" + count);
    }

    private static List<OhlcvBar> changed(List<OhlcvBar> bars, UnaryOperator<OhlcvBar> change) {
        return bars.stream().map(change).toList();
    }

    private static OhlcvBar closing(OhlcvBar bar, String close, String high, String low) {
        return new OhlcvBar(
                bar.symbol(),
                bar.tradingDay(),
                new BigDecimal(close),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                bar.volume(),
                bar.provider());
    }
}
