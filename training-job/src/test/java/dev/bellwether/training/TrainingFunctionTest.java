package dev.bellwether.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.wire.DailyBarsCsv;
import dev.bellwether.training.lasso.SmileLasso;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

class TrainingFunctionTest {
    private static final String JOB = "bellwether-lasso-2025-10-29-0123abcd-1";
    private static final String SET = "/lake/training/sets/0123abcd/";
    private static final String STATUS = "/lake/training/jobs/%s.json".formatted(JOB);
    private static final String MODEL = "/lake/models/%s/output/model.tar.gz".formatted(JOB);
    private static final String PREDICTIONS = "/lake/predictions/dt=2025-10-29/predictions.csv";
    private static final String SCORES = "/lake/scores/dt=2025-10-29/scores.csv";
    private static final List<Symbol> SYMBOLS =
            List.of(Symbol.of("AAPL"), Symbol.of("MSFT"), Symbol.of("NVDA"));

    @TempDir Path scratch;
    @TempDir Path container;

    private FakeS3 s3;
    private S3Client client;
    private RecordingContext context;

    @BeforeEach
    void start() throws IOException {
        s3 = new FakeS3();
        client = s3.client();
        context = new RecordingContext();
        for (Symbol symbol : SYMBOLS) {
            bars(Walks.noise(symbol, 1, 250));
        }
        s3.put(SET + "facts/splits.csv", "symbol,effective_date,new_shares,old_shares\n");
        s3.put(
                SET + "facts/conditions.csv",
                "symbol,trading_day,condition\nAAPL,2025-08-01,degraded\n");
    }

    @AfterEach
    void stop() {
        client.close();
        s3.close();
    }

    @Test
    void aJobEndsWithForecastsScoresModelAndStatusInTheLake() throws IOException {
        assertThat(handle())
                .isEqualTo(
                        "{\"TrainingJobName\":\"%s\",\"TrainingJobStatus\":\"Completed\"}"
                                .formatted(JOB));

        assertThat(s3.objects).containsKeys(PREDICTIONS, SCORES, MODEL);
        assertThat(s3.text(PREDICTIONS).lines()).hasSize(1 + SYMBOLS.size());
        assertThat(s3.text(STATUS)).isEqualTo(handled("Completed"));
        assertThat(context.lines).contains("Complete: 3 predictions for 2025-10-29");
        assertThat(scratch.resolve("ml")).doesNotExist();
    }

    @Test
    void theForecastsAreThoseOfTheContainer() throws IOException {
        TrainingFolder folder = new TrainingFolder(container);
        for (Symbol symbol : SYMBOLS) {
            folder.bars(Walks.noise(symbol, 1, 250));
        }
        Path facts = Files.createDirectories(container.resolve("input/data/facts"));
        for (String name : List.of("splits.csv", "conditions.csv")) {
            Files.writeString(facts.resolve(name), s3.text(SET + "facts/" + name));
        }

        handle();

        assertThat(folder.train()).as(folder.log()).isZero();
        assertThat(s3.text(PREDICTIONS)).isEqualTo(folder.predictions());
        assertThat(s3.text(SCORES)).isEqualTo(folder.read("model/scores.csv"));
        assertThat(s3.objects.get(MODEL)).isEqualTo(TarGz.of(container.resolve("model")));
    }

    @Test
    void theSameRequestAgainChangesNothing() throws IOException {
        handle();
        Map<String, String> first = texts();

        handle();

        assertThat(texts()).isEqualTo(first);
    }

    @Test
    void aJobThatFailsSaysWhyAndFailsTheInvocation() throws IOException {
        s3.objects.keySet().removeIf(it -> it.startsWith(SET + "bars/"));

        String reason = "There are no daily bars in " + scratch.resolve("ml/input/data/bars");
        assertThatThrownBy(this::handle).isInstanceOf(TrainingFailure.class).hasMessage(reason);

        assertThat(s3.text(STATUS))
                .isEqualTo(
                        "{\"TrainingJobName\":\"%s\",\"TrainingJobStatus\":\"Failed\",\"FailureReason\":\"%s\"}"
                                .formatted(JOB, reason));
        assertThat(s3.objects).doesNotContainKeys(MODEL, PREDICTIONS, SCORES);
        assertThat(context.lines).contains("Failed: " + reason);
    }

    @Test
    void aLaterJobOfTheSameEnvironmentSeesNothingOfTheOneBefore() throws IOException {
        handle();
        String first = s3.text(PREDICTIONS);
        s3.objects.keySet().removeIf(it -> !it.equals(SET + "bars/MSFT.csv"));
        // As a killed invocation leaves it.
        Path left = Files.createDirectories(scratch.resolve("ml/input/data/bars"));
        Files.writeString(left.resolve("IBM.csv"), "left over");
        Files.createDirectories(scratch.resolve("ml/input/data/facts"));

        handle();

        assertThat(s3.text(PREDICTIONS).lines()).hasSize(2);
        assertThat(s3.text(PREDICTIONS)).contains("MSFT,").isNotEqualTo(first);
    }

    @Test
    void aForecastThatIsThereIsNotOverwrittenByAnother() throws IOException {
        s3.put(SCORES, "other scores\n");
        s3.put(PREDICTIONS, "another forecast\n");

        assertThatThrownBy(this::handle).hasMessageContaining("A forecast is never overwritten");

        assertThat(s3.text(PREDICTIONS)).isEqualTo("another forecast\n");
        assertThat(s3.text(STATUS)).contains("\"Failed\"", "never overwritten");
    }

    @Test
    void aWithheldRunIsAFailedJobWithoutForecasts() {
        TrainingFunction function = function((workers, results) -> WithheldJob.REPORT);

        assertThatThrownBy(() -> handle(function))
                .hasMessage("The run's forecasts are withheld: 5 of 20 random walks claim skill");

        assertThat(s3.text(STATUS)).contains("\"Failed\"", "forecasts are withheld");
        assertThat(s3.objects).doesNotContainKeys(MODEL, PREDICTIONS, SCORES);
    }

    @Test
    void aJobThatIsNotDoneInTimeSaysSoBeforeItIsKilled() throws IOException {
        StopSignal stop = new StopSignal();
        stop.request();
        TrainingRequest request = TrainingRequest.read(request());

        assertThatThrownBy(() ->
                        function(Canaries::report)
                                .run(request, stop, new Logs(text -> {}, text -> {})))
                .hasMessage(
                        "The function's time was over after 0 of 3 symbols: train them with SageMaker");

        assertThat(s3.text(STATUS)).contains("\"Failed\"", "time was over after 0 of 3 symbols");
        assertThat(s3.objects).doesNotContainKeys(MODEL, PREDICTIONS, SCORES);
    }

    @Test
    void aSignalAfterATimeComesByItself() throws InterruptedException {
        try (StopSignal.Timer timer = StopSignal.after(Duration.ZERO)) {
            timer.signal().awaitRequest();

            assertThat(timer.signal().isRequested()).isTrue();
        }
        try (StopSignal.Timer timer = StopSignal.after(Duration.ofHours(1))) {
            assertThat(timer.signal().isRequested()).isFalse();
        }
    }

    @Test
    void aSetThatIsTooLargeForTheFolderIsRefusedBeforeItIsCopied() {
        S3Location bars = new S3Location("lake", "training/sets/0123abcd/bars/");

        assertThatThrownBy(() -> new S3Channels(client).download(bars, scratch, 1_000))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageMatching(".* holds \\d{5} bytes, and there is space for 1000: .*");

        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aKeyThatLeadsOutOfTheFolderIsNotFollowed() {
        s3.put("/lake/training/sets/x/../../../../out.csv", "out");
        s3.put("/lake/training/sets/x/in.csv", "in");

        new S3Channels(client)
                .download(new S3Location("lake", "training/sets/x/"), scratch, Long.MAX_VALUE);

        assertThat(scratch).isDirectoryRecursivelyContaining("glob:**/in.csv");
        assertThat(scratch.resolve("../../../out.csv").normalize()).doesNotExist();
        assertThat(scratch.toFile().list()).containsExactly("in.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                JOB + "|../" + JOB + "|TrainingJobName is \"../" + JOB + "\": it must match",
                "\"bars\"|\"../bars\"|ChannelName is \"../bars\": it must match",
                "s3://lake/models/|/lake/models|'/lake/models' is not of the form s3://bucket/key"
            },
            quoteCharacter = '`')
    void aMalformedRequestIsRefusedByName(String right, String wrong, String reason)
            throws IOException {
        String json = new String(request().readAllBytes(), UTF_8).replace(right, wrong);

        assertThatThrownBy(
                        () -> TrainingRequest.read(new ByteArrayInputStream(json.getBytes(UTF_8))))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageStartingWith(reason);
    }

    private String handle() throws IOException {
        return handle(function(Canaries::report));
    }

    private String handle(TrainingFunction function) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new TrainingFunctionHandler(function).handleRequest(request(), answer, context);
        return answer.toString(UTF_8);
    }

    private TrainingFunction function(CanaryTrial canaries) {
        return new TrainingFunction(
                new S3Channels(client),
                new MlFolder(scratch.resolve("ml")),
                new SmileLasso(),
                canaries);
    }

    private static ByteArrayInputStream request() throws IOException {
        try (var in = TrainingFunctionTest.class.getResourceAsStream("training-request.json")) {
            return new ByteArrayInputStream(in.readAllBytes());
        }
    }

    private void bars(List<OhlcvBar> bars) {
        s3.objects.put(
                SET + "bars/%s.csv".formatted(bars.getFirst().symbol()),
                DailyBarsCsv.write(bars, TradingCalendar.nyse()));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        s3.objects.keySet().forEach(key -> texts.put(key, s3.text(key)));
        return texts;
    }

    private static String handled(String status) {
        return "{\"TrainingJobName\":\"%s\",\"TrainingJobStatus\":\"%s\"}".formatted(JOB, status);
    }
}
