package dev.bellwether.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.local.engine.ListeningSockets;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The default demo, as a newcomer runs it: its figures are computed here a second time from the
/// synthetic market.
class MarketDayTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final SyntheticMarket MARKET =
            SyntheticMarket.of(SyntheticMarket.DEFAULT_SYMBOLS);
    private static final LocalDate DAY = MARKET.runDay();
    private static final int POLL_SECONDS = 30;

    /// Real-looking, so that it would be noticed; they must reach no child process and no file.
    private static final Map<String, String> PLANTED =
            Map.of(
                    "AWS_ACCESS_KEY_ID", "AKIA" + "PLANTEDPLANTED42",
                    "AWS_SECRET_ACCESS_KEY", "planted/secret/planted/secret/planted/42",
                    "AWS_SESSION_TOKEN", "planted-session-token-42",
                    "AWS_PROFILE", "planted-profile-42");

    @TempDir static Path folder;

    private static Path state;
    private static Bellwether.Result first;
    private static JsonNode summary;
    private static List<ListeningSockets.Listener> listeners;
    private static List<String> environments;

    @BeforeAll
    static void runTheDay() throws IOException {
        state = folder.resolve("state");
        try (Bellwether run = Bellwether.start(state, PLANTED, "demo", "--once", "-o", "json")) {
            // In the middle of the session most of the processes are there.
            run.awaitFile(state, "quotes/dt=");
            listeners = run.listeners();
            environments = run.childEnvironments();
            first = run.finish();
        }
        assertThat(first.exitStatus())
                .as(() -> String.join("\n", first.progress()))
                .isEqualTo(ExitStatus.OK);
        summary = JSON.readTree(first.output());
    }

    @Test
    void everythingListensOnLoopbackOnly() {
        assumeThat(ListeningSockets.areKnown()).as("listening sockets can be read here").isTrue();
        assertThat(listeners).hasSizeGreaterThanOrEqualTo(6);
        assertThat(listeners).allMatch(ListeningSockets.Listener::isLoopback);
    }

    @Test
    void theUsersCredentialsReachNoChild() {
        assumeThat(ListeningSockets.areKnown()).as("environments can be read here").isTrue();
        assertThat(environments).hasSizeGreaterThanOrEqualTo(7);
        assertThat(environments)
                .allSatisfy(environment ->
                        PLANTED.values()
                                .forEach(planted ->
                                        assertThat(environment).doesNotContain(planted)));
        assertThat(environments).anyMatch(environment -> environment.contains("AWS_ENDPOINT_URL"));
    }

    @Test
    void everyBarOfTheMarketIsInTheLakeOnce() {
        Map<String, String> rows = new TreeMap<>();
        summary.path("daily_bars")
                .forEach(row -> rows.put(row.path("symbol").asText(), row.path("bars").asText()));

        assertThat(rows).hasSize(6);
        MARKET.symbols().forEach(symbol -> assertThat(rows).containsEntry(symbol.value(), "750"));
        summary.path("daily_bars")
                .forEach(
                        row -> assertThat(row.path("last_day").asText()).isEqualTo(DAY.toString()));
    }

    @Test
    void thereIsAQuoteOfEachSymbolForEveryHalfMinuteOfTheSession() {
        Session session = NYSE.findSession(DAY).orElseThrow();
        long polls =
                Duration.between(session.open(), session.close()).toSeconds() / POLL_SECONDS + 1;

        assertThat(summary.path("quotes")).hasSize(6);
        summary.path("quotes")
                .forEach(row ->
                        assertThat(row.path("quotes").asLong())
                                .as(row.toString())
                                .isEqualTo(polls));
    }

    @Test
    void theLastQuoteIsTheDaysClose() {
        Map<String, String> prices = new TreeMap<>();
        summary.path("quotes")
                .forEach(row ->
                        prices.put(row.path("symbol").asText(), row.path("last_price").asText()));
        for (Symbol symbol : MARKET.symbols()) {
            assertThat(new BigDecimal(prices.getOrDefault(symbol.value(), "0")))
                    .isEqualByComparingTo(MARKET.bars(symbol).get(DAY).close());
        }
    }

    @Test
    void alertsAreTheCrossingsOfTheDay() {
        List<String> expected = ExpectedAlerts.of(MARKET, MARKET.symbols());
        List<String> alerts = new ArrayList<>();
        summary.path("alerts")
                .forEach(row ->
                        alerts.add(
                                row.path("symbol").asText()
                                        + " "
                                        + row.path("direction").asText()));

        assertThat(expected).isNotEmpty();
        assertThat(alerts).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(messages()).hasSameSizeAs(expected);
    }

    @Test
    void everySymbolIsPredictedForTheNextSessionBesideTheNaiveForecast() {
        assertThat(summary.path("predictions")).hasSize(6);
        for (JsonNode row : summary.path("predictions")) {
            OhlcvBar last = MARKET.bars(Symbol.of(row.path("symbol").asText())).get(DAY);
            assertThat(row.path("as_of").asText()).isEqualTo(DAY.toString());
            assertThat(row.path("target_date").asText()).isEqualTo(NYSE.next(DAY).toString());
            assertThat(new BigDecimal(row.path("last_close").asText()))
                    .isEqualByComparingTo(last.close());
            assertThat(new BigDecimal(row.path("naive_close").asText()))
                    .isEqualByComparingTo(last.close());
            assertThat(row.path("skill").asText()).isIn("yes", "none");
        }
    }

    @Test
    void theTrackRecordScoresAForecastWhoseDayHasPassedAndTheQueryFileSaysTheSame()
            throws IOException {
        LocalDate before = NYSE.plusSessions(DAY, -1);
        List<String> expected = new ArrayList<>();
        StringBuilder csv = new StringBuilder(forecasts().getFirst()).append('\n');
        for (Symbol symbol : MARKET.symbols()) {
            BigDecimal known = MARKET.bars(symbol).get(before).close();
            BigDecimal close = MARKET.bars(symbol).get(DAY).close();
            BigDecimal forecast = known.add(BigDecimal.ONE);
            csv.append(
                    "%s,%s,%s,1,lasso,v1,%s,%s,%s,%s,yes,%4$s,%s\n"
                            .formatted(
                                    symbol,
                                    before,
                                    DAY,
                                    known,
                                    forecast,
                                    close,
                                    close,
                                    NYSE.findSession(before).orElseThrow().close()));
            BigDecimal error = close.subtract(forecast).abs();
            BigDecimal naive = close.subtract(known).abs();
            expected.add(
                    "%s,lasso,1,1,%s,%s,%d,1,1"
                            .formatted(
                                    symbol,
                                    error.setScale(4, RoundingMode.HALF_UP),
                                    naive.setScale(4, RoundingMode.HALF_UP),
                                    error.compareTo(naive) < 0 ? 1 : 0));
        }
        Path file =
                forecastFile()
                        .getParent()
                        .resolveSibling("dt=" + before)
                        .resolve("predictions.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, csv);
        try {
            Bellwether.Result command = Bellwether.run(state, "predictions", "-o", "csv");
            Bellwether.Result query =
                    Bellwether.run(
                            state,
                            "query",
                            Bellwether.home()
                                    .resolve("athena-queries/prediction-track-record.sql")
                                    .toString(),
                            "-o",
                            "csv");

            assertThat(command.exitStatus())
                    .as(() -> String.join("\n", command.progress()))
                    .isEqualTo(ExitStatus.OK);
            assertThat(command.output().lines()).containsAll(expected);
            assertThat(command.output().lines().filter(row -> row.contains(",1,0,")))
                    .as("the day's own forecasts, whose day has not passed")
                    .hasSize(6);
            assertThat(query.output()).isEqualTo(command.output());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void trainingFollowsTheLakesJob() {
        List<String> steps =
                first.progress().stream()
                        .map(line -> line.replaceFirst("^ *[0-9.]+ s +", ""))
                        .filter(line -> line.matches("(curation|training) .*"))
                        .toList();
        String job = "bellwether-lasso-%s-[0-9a-f]{8}-1".formatted(DAY);

        assertThat(steps).as(() -> String.join("\n", first.progress())).hasSize(4);
        assertThat(steps.getFirst()).startsWith("curation");
        assertThat(steps.subList(1, 4))
                .anyMatch(step -> step.matches("training +" + job + ": InProgress"))
                .anyMatch(
                        step -> step.matches("training +started " + job + " after the lake's job"))
                .anyMatch(step -> step.matches("training +" + job + ": Completed"));
    }

    @Test
    void theDaysJobIsClaimedOnceForTheSetThatTheLakesJobAnnounced() throws IOException {
        String claims = "training/days/dt=%s/".formatted(DAY);
        String sha256 =
                JSON.readTree(lake().find(claims + "attempt-1.json").orElseThrow().toFile())
                        .at("/snapshot/sha256")
                        .asText();

        assertThat(sha256).hasSize(64);
        assertThat(lake().find("training/sets/%s/bars/AAPL.csv".formatted(sha256.substring(0, 16))))
                .isPresent();
        assertThat(lake().objects(claims)).hasSize(1);
    }

    @Test
    void aSecondRunOnTheSameStateChangesNothing() throws IOException {
        List<String> messagesBefore = messages();
        Map<String, String> barsBefore = contents("bars/");
        Bellwether.Result second = Bellwether.run(state, "demo", "--once", "-o", "json");

        assertThat(second.exitStatus())
                .as(() -> String.join("\n", second.progress()))
                .isEqualTo(ExitStatus.OK);
        JsonNode again = JSON.readTree(second.output());
        for (String table : List.of("daily_bars", "quotes", "alerts", "predictions")) {
            assertThat(again.path(table)).as(table).isEqualTo(summary.path(table));
        }
        assertThat(messages()).isEqualTo(messagesBefore);
        assertThat(contents("bars/")).isEqualTo(barsBefore);
    }

    @Test
    void theUsersCredentialsAreInNoFileOfTheRun() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                PLANTED.values()
                        .forEach(planted ->
                                assertThat(text.contains(planted))
                                        .as("%s in %s", planted, file)
                                        .isFalse());
            }
        }
    }

    private static List<String> forecasts() throws IOException {
        return Files.readAllLines(forecastFile());
    }

    private static Path forecastFile() {
        return lake().find("predictions/dt=%s/predictions.csv".formatted(DAY)).orElseThrow();
    }

    private static LocalLake lake() {
        return LocalLake.of(new StateFolder(state));
    }

    private static List<String> messages() {
        Path outbox = state.resolve("outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> contents(String prefix) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (LocalLake.LakeObject object : lake().objects(prefix)) {
            contents.put(object.key(), Files.readString(object.file()) + object.modified());
        }
        return contents;
    }
}
