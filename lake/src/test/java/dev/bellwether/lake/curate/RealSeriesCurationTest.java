package dev.bellwether.lake.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.Listing;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.ProviderFile;
import dev.bellwether.lake.history.PublicationLag;
import dev.bellwether.market.Basis;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The six symbols' real daily files, with their splits written by hand from public dates.
@EnabledIfSystemProperty(
        named = "bellwether.data",
        matches = ".+",
        disabledReason = "-Dbellwether.data names no folder of real series")
class RealSeriesCurationTest {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "AMZN", "GOOGL", "META", "NFLX", "NVDA"})
    void jumpsAreExplainedByEventsAndOnlyRealCrashesStayOpen(String symbol) throws IOException {
        Map<String, List<String>> crashes =
                Map.of(
                        "AAPL", List.of("2000-09-29"),
                        "NVDA", List.of("2004-08-06"),
                        "NFLX", List.of("2004-10-15", "2011-10-25"));
        Map<String, List<String>> explained =
                Map.of(
                        "AAPL", List.of("2000-06-21", "2005-02-28", "2014-06-09", "2020-08-31"),
                        "AMZN", List.of("2022-06-06"),
                        "GOOGL", List.of("2014-04-03", "2022-07-18"),
                        "NFLX", List.of("2004-02-12", "2015-07-15"),
                        "NVDA", List.of("2000-06-27", "2001-09-17", "2006-04-07", "2021-07-20"));

        long start = System.nanoTime();
        Curated curated = curate(symbol, List.of(), List.of());
        long millis = (System.nanoTime() - start) / 1_000_000;

        curated.cases().forEach(System.out::println);
        Map<DataCondition, Long> conditions =
                curated.conditions().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ConditionRow::condition,
                                        TreeMap::new,
                                        Collectors.counting()));
        System.out.printf(
                "%s: %d rows, %s, read and curated in %d ms%n",
                symbol, curated.dailyBars().size(), conditions, millis);
        curated.conditions().stream()
                .filter(row -> row.condition() != DataCondition.AVAILABLE)
                .forEach(System.out::println);
        assertThat(days(curated, "open")).isEqualTo(crashes.getOrDefault(symbol, List.of()));
        assertThat(days(curated, "explained")).isEqualTo(explained.getOrDefault(symbol, List.of()));
        assertThat(days(curated, "confirmed-move")).isEmpty();
        for (String day : crashes.getOrDefault(symbol, List.of())) {
            assertThat(condition(curated, day).condition()).isEqualTo(DataCondition.DEGRADED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "AMZN", "GOOGL", "META", "NFLX", "NVDA"})
    void adjustedClosesAreContinuousAcrossSplits(String symbol) throws IOException {
        List<DailyBarRow> rows = curate(symbol, List.of(), List.of()).dailyBars();
        List<DailyBarRow> byDay =
                rows.stream()
                        .sorted(Comparator.comparing(row -> row.row().bar().tradingDay()))
                        .toList();
        List<String> jumps = new ArrayList<>();
        for (int i = 1; i < byDay.size(); i++) {
            double ratio = adjusted(byDay.get(i)) / adjusted(byDay.get(i - 1));
            if (ratio > 1.5 || ratio < 1 / 1.5) {
                jumps.add(byDay.get(i).row().bar().tradingDay().toString());
            }
        }

        Map<String, List<String>> crashes =
                Map.of(
                        "AAPL", List.of("2000-09-29"),
                        "NVDA", List.of("2004-08-06"),
                        "NFLX", List.of("2004-10-15", "2011-10-25"));
        assertThat(jumps).isEqualTo(crashes.getOrDefault(symbol, List.of()));
    }

    @Test
    void yahoosSplitAdjustedClosesConfirmTheRealCrashes() throws IOException {
        Curated curated = curate("NFLX", yahooNflx(), List.of());

        assertThat(days(curated, "open")).isEmpty();
        assertThat(days(curated, "confirmed-move")).containsExactly("2004-10-15", "2011-10-25");
        assertThat(days(curated, "explained")).containsExactly("2004-02-12", "2015-07-15");
        assertThat(curated.cases())
                .filteredOn(row -> row.status().equals("confirmed-move"))
                .extracting(PriceCaseRow::closedBy)
                .containsOnly("split closes of yahoo");
        assertThat(condition(curated, "2011-10-25").condition()).isEqualTo(DataCondition.AVAILABLE);
        assertThat(curated.dailyBars())
                .as("Yahoo's closes are never basis raw")
                .hasSize(4685)
                .allMatch(row -> row.row().bar().provider() == Provider.ALPHA_VANTAGE);
        assertThat(condition(curated, "2021-01-04").reason())
                .isEqualTo("no raw bar, only yahoo split");
    }

    /// Yahoo's closes are restated for the splits known in 2024: 2:1 and 7:1.
    @Test
    void splitAdjustedClosesAreYahoos() throws IOException {
        Curated curated = curate("NFLX", yahooNflx(), List.of());
        Map<LocalDate, BigDecimal> yahoo =
                curated.allBars().stream()
                        .filter(row -> row.bar().provider() == Provider.YAHOO)
                        .collect(
                                Collectors.toMap(
                                        row -> row.bar().tradingDay(),
                                        row -> Objects.requireNonNull(row.bar().close())));
        List<LocalDate> differing = new ArrayList<>();
        for (DailyBarRow row : curated.dailyBars()) {
            BigDecimal other = yahoo.get(row.row().bar().tradingDay());
            if (other == null || Math.abs(adjusted(row) / other.doubleValue() - 1) > 0.01) {
                differing.add(row.row().bar().tradingDay());
            }
        }
        System.out.println("Split-adjusted closes more than 1 % from Yahoo's: " + differing);
        assertThat(differing).contains(LocalDate.parse("2013-10-22")).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AAPL 2000-09-29", "NVDA 2004-08-06", "NFLX 2004-10-15", "NFLX 2011-10-25"})
    void aDecisionConfirmsAMove(String move) throws IOException {
        Symbol symbol = Symbol.of(move.substring(0, 4));
        LocalDate day = LocalDate.parse(move.substring(5));
        Instant decided = Instant.parse("2026-11-26T00:00:00Z");

        Curated curated =
                curate(
                        symbol.value(),
                        List.of(),
                        List.of(new MoveDecision(symbol, day, decided, "raw/decision/x.json")));

        assertThat(curated.cases())
                .filteredOn(row -> row.tradingDay().equals(day))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo("confirmed-move");
                    assertThat(row.closedBy()).isEqualTo("decision");
                    assertThat(row.closedAt()).isEqualTo(decided);
                });
        assertThat(condition(curated, day.toString()).condition())
                .isEqualTo(DataCondition.AVAILABLE);
    }

    @Test
    void theTwoOddBarsOfNetflixAreSuspectAndTheirDaysDegraded() throws IOException {
        Curated curated = curate("NFLX", List.of(), List.of());

        assertThat(curated.dailyBars())
                .filteredOn(row -> row.row().quality().equals("suspect"))
                .extracting(row -> row.row().bar().tradingDay() + " " + row.row().flags())
                .containsExactly("2003-02-13 range-spike", "2013-10-22 flat");
        assertThat(condition(curated, "2003-02-13").reason()).isEqualTo("suspect bar: range-spike");
        assertThat(condition(curated, "2013-10-22").condition()).isEqualTo(DataCondition.DEGRADED);
    }

    @Test
    void theMetaFileIsFacebooksUntilTheRenaming() throws IOException {
        List<DailyBarRow> rows = curate("META", List.of(), List.of()).dailyBars();

        assertThat(rows).allMatch(row -> row.row().instrumentId().equals("META"));
        assertThat(rows)
                .filteredOn(row -> row.row().bar().symbol().equals(Symbol.of("FB")))
                .last()
                .satisfies(row -> assertThat(row.row().bar().tradingDay()).isEqualTo("2022-06-08"));
        assertThat(rows)
                .filteredOn(row -> row.row().bar().symbol().equals(Symbol.of("META")))
                .first()
                .satisfies(row -> assertThat(row.row().bar().tradingDay()).isEqualTo("2022-06-09"));
    }

    @Test
    void shuffledAndDoubledRealObservationsGiveTheSameRows() throws IOException {
        Observed observed = observed("NFLX", yahooNflx(), List.of());
        List<BarObservation> shuffled = new ArrayList<>(observed.daily());
        shuffled.addAll(observed.daily().subList(0, 3000));
        Collections.shuffle(shuffled, new Random(6));
        List<ActionObservation> actions = new ArrayList<>(observed.actions());
        Collections.reverse(actions);

        assertThat(
                        InstrumentCuration.curate(
                                new Observed(
                                        "NFLX",
                                        shuffled,
                                        actions,
                                        List.of(),
                                        observed.asked(),
                                        observed.horizon()),
                                NYSE))
                .isEqualTo(InstrumentCuration.curate(observed, NYSE));
    }

    @Test
    void curatingASymbolTakesMilliseconds() throws IOException {
        Observed observed = observed("AAPL", List.of(), List.of());
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            long start = System.nanoTime();
            Curated curated = InstrumentCuration.curate(observed, NYSE);
            millis.add((System.nanoTime() - start) / 1_000_000);
            assertThat(curated.dailyBars()).hasSize(6539);
        }
        System.out.println("Curating the 6,539 rows of AAPL, ms per run: " + millis);
    }

    private static double adjusted(DailyBarRow row) {
        return Objects.requireNonNull(row.row().bar().close())
                .multiply(row.splitFactor())
                .doubleValue();
    }

    private static List<String> days(Curated curated, String status) {
        return curated.cases().stream()
                .filter(row -> row.status().equals(status))
                .map(row -> row.tradingDay().toString())
                .toList();
    }

    private static ConditionRow condition(Curated curated, String day) {
        return curated.conditions().stream()
                .filter(row -> row.tradingDay().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }

    private static Curated curate(String symbol, List<SourceBar> more, List<MoveDecision> decisions)
            throws IOException {
        return InstrumentCuration.curate(observed(symbol, more, decisions), NYSE);
    }

    private static Observed observed(
            String symbol, List<SourceBar> more, List<MoveDecision> decisions) throws IOException {
        List<SourceBar> bars = new ArrayList<>();
        for (String line : lines("alphavantage/daily/daily_" + symbol + ".csv")) {
            String[] f = line.split(",", -1);
            Listing listing =
                    SymbolHistory.known().listing(Symbol.of(symbol), LocalDate.parse(f[0]));
            bars.add(
                    Bars.daily(
                            listing.symbol().value(),
                            f[0],
                            String.join(" ", f[1], f[2], f[3], f[4], f[5])));
        }
        LocalDate horizon =
                bars.stream().map(SourceBar::tradingDay).max(LocalDate::compareTo).orElseThrow();
        bars.addAll(more);
        return new Observed(
                symbol,
                bars.stream()
                        .map(bar ->
                                new BarObservation(
                                        bar, PublicationLag.of(bar, NYSE), "raw/import/x.body"))
                        .toList(),
                splits(symbol),
                decisions,
                Optional.empty(),
                horizon);
    }

    private static List<ActionObservation> splits(String symbol) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        RealSeriesCurationTest.class.getResourceAsStream(
                                "splits_" + symbol + ".csv"))) {
            FileHints hints =
                    new FileHints(
                            "splits_" + symbol + ".csv",
                            Optional.of(Symbol.of(symbol)),
                            Optional.empty());
            FileReading.Data data = (FileReading.Data) ProviderFile.read(in.readAllBytes(), hints);
            return data.actions().stream()
                    .map(split ->
                            new ActionObservation(
                                    split,
                                    PublicationLag.of(split, NYSE),
                                    "raw/import/splits.body"))
                    .toList();
        }
    }

    private static List<SourceBar> yahooNflx() throws IOException {
        return lines("yahoo-csv/NFLX.csv").stream()
                .map(line -> line.split(",", -1))
                .map(f ->
                        Bars.daily(
                                "NFLX",
                                f[0],
                                String.join(" ", f[1], f[2], f[3], f[4], f[6]),
                                Provider.YAHOO,
                                Basis.SPLIT))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        Path path = Path.of(System.getProperty("bellwether.data"), file);
        return Files.readString(path).lines().skip(1).filter(line -> !line.isBlank()).toList();
    }
}
