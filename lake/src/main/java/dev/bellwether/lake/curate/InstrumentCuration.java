package dev.bellwether.lake.curate;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Providers;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.Adjustment;
import dev.bellwether.lake.action.AppliedActions;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.condition.DailyLedger;
import dev.bellwether.lake.condition.DailyScreen;
import dev.bellwether.lake.condition.DayCondition;
import dev.bellwether.lake.condition.PriceCase;
import dev.bellwether.lake.condition.PriceCases;
import dev.bellwether.lake.condition.ScreenedBar;
import dev.bellwether.lake.history.Version;
import dev.bellwether.lake.history.VersionFold;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes the rows of the curated tables out of all that the raw zone says about one instrument's
/// days. The same observations give the same rows, whatever order they come in and however often.
///
/// The bar of a day is the newest version of the raw bar that the best-ranked provider has; a bar
/// without all four prices and a volume is none. It is compared with the bars of other days in one
/// series, whoever stated them.
public final class InstrumentCuration {
    private final Observed observed;
    private final TradingCalendar calendar;
    private final LocalDate horizon;
    private final List<Version<BarObservation>> versions;
    private final List<Version<ActionObservation>> actionVersions;
    private final AppliedActions actions;
    private final Map<DailySeries.Key, DailySeries> series;
    private final NavigableMap<LocalDate, Version<BarObservation>> chosen;
    private final NavigableMap<LocalDate, ScreenedBar> screened;
    private final List<PriceCase> cases;

    private InstrumentCuration(Observed observed, TradingCalendar calendar) {
        this.observed = observed;
        this.calendar = calendar;
        horizon =
                observed.daily().stream()
                        .map(bar -> bar.bar().tradingDay())
                        .filter(day -> day.isAfter(observed.horizon()))
                        .max(Comparator.naturalOrder())
                        .orElse(observed.horizon());
        versions =
                VersionFold.ofBars().fold(observed.daily()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        actionVersions =
                VersionFold.ofActions().fold(observed.actions()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        actions =
                AppliedActions.of(
                        actionVersions.stream()
                                .filter(Version::newest)
                                .map(Version::first)
                                .toList(),
                        horizon);
        series = DailySeries.of(versions, actions, calendar);
        chosen = choose(versions);
        screened =
                DailyScreen.of(
                                chosen.values().stream()
                                        .map(version -> version.first().bar())
                                        .toList(),
                                actions,
                                calendar)
                        .bars();
        cases =
                new PriceCases(
                                actions,
                                series.values().stream().map(DailySeries::opinion).toList(),
                                decisions(observed.decisions()))
                        .find(screened.values());
    }

    /// The rows; a bar after the horizon moves it. IllegalArgumentException when a bar's figures
    /// are impossible: reading keeps those out.
    public static Curated curate(Observed observed, TradingCalendar calendar) {
        return new InstrumentCuration(observed, calendar).rows();
    }

    private Curated rows() {
        List<BarRow> history = versions.stream().map(this::row).sorted(BarRows.ORDER).toList();
        List<BarRow> newest =
                versions.stream()
                        .filter(Version::newest)
                        .map(this::row)
                        .sorted(BarRows.ORDER)
                        .toList();
        return new Curated(
                dailyRows(),
                newest,
                history,
                actionRows(),
                conditionRows(),
                caseRows(),
                actions.splits());
    }

    private static NavigableMap<LocalDate, Version<BarObservation>> choose(
            Collection<Version<BarObservation>> versions) {
        NavigableMap<LocalDate, Version<BarObservation>> chosen = new TreeMap<>();
        Comparator<Version<BarObservation>> byRank =
                Comparator.comparing(version -> version.first().bar(), Providers.byRank());
        versions.stream()
                .filter(Version::newest)
                .filter(version -> isRawAndWhole(version.first().bar()))
                .sorted(byRank)
                .forEach(
                        version -> chosen.putIfAbsent(version.first().bar().tradingDay(), version));
        return chosen;
    }

    private static boolean isRawAndWhole(SourceBar bar) {
        return bar.basis() == Basis.RAW && DailyScreen.whole(bar).isPresent();
    }

    private static Map<LocalDate, Instant> decisions(List<MoveDecision> decisions) {
        return decisions.stream()
                .collect(
                        Collectors.toMap(
                                MoveDecision::tradingDay,
                                MoveDecision::decidedAt,
                                (one, other) -> one.isBefore(other) ? one : other));
    }

    private BarRow row(Version<BarObservation> version) {
        DailySeries own = series.get(DailySeries.Key.of(version.first().bar()));
        if (own == null) {
            throw new IllegalStateException("A version belongs to no series: " + version);
        }
        return BarRows.row(observed.instrumentId(), version, own.judge(version));
    }

    private List<DailyBarRow> dailyRows() {
        NavigableMap<LocalDate, BigDecimal> closes = new TreeMap<>();
        screened.forEach((day, bar) -> {
            BigDecimal close = bar.bar().close();
            if (close != null && !bar.suspect()) {
                closes.put(day, close);
            }
        });
        Adjustment adjustment = new Adjustment(actions, closes);
        List<DailyBarRow> rows = new ArrayList<>(chosen.size());
        chosen.forEach((day, version) -> {
            ScreenedBar bar = screened.get(day);
            if (bar != null) {
                rows.add(
                        new DailyBarRow(
                                BarRows.row(observed.instrumentId(), version, bar),
                                adjustment.splitFactor(day),
                                adjustment.dividendFactor(day)));
            }
        });
        rows.sort(Comparator.comparing(DailyBarRow::row, BarRows.ORDER));
        return rows;
    }

    private List<ActionRow> actionRows() {
        return actionVersions.stream()
                .map(version ->
                        new ActionRow(
                                observed.instrumentId(),
                                version.first().action(),
                                version.number(),
                                version.first().knowledge(),
                                version.first().rawKey(),
                                version.newest()))
                .toList();
    }

    private List<ConditionRow> conditionRows() {
        NavigableMap<LocalDate, String> elsewhere = new TreeMap<>();
        versions.stream()
                .map(version -> version.first().bar())
                .sorted(Providers.byRank().thenComparing(SourceBar::basis))
                .forEach(bar ->
                        elsewhere.putIfAbsent(
                                bar.tradingDay(), bar.provider().id() + " " + bar.basis().id()));
        DailyLedger ledger = new DailyLedger(calendar);
        List<DayCondition> conditions =
                versions.isEmpty()
                        ? observed.asked()
                                .map(asked -> ledger.judgeUnanswered(asked, horizon))
                                .orElse(List.of())
                        : ledger.judge(screened, cases, elsewhere, horizon);
        return conditions.stream()
                .map(this::row)
                .sorted(
                        Comparator.comparing(ConditionRow::symbol)
                                .thenComparing(ConditionRow::tradingDay))
                .toList();
    }

    private ConditionRow row(DayCondition condition) {
        return new ConditionRow(
                symbol(condition.day()),
                observed.instrumentId(),
                Interval.ONE_DAY,
                condition.day(),
                condition.condition(),
                condition.reason(),
                condition.expected(),
                condition.bars());
    }

    private Symbol symbol(LocalDate day) {
        if (versions.isEmpty()) {
            return SymbolHistory.known()
                    .symbol(observed.instrumentId(), day, Symbol.of(observed.instrumentId()));
        }
        Map.Entry<LocalDate, Version<BarObservation>> near = chosen.floorEntry(day);
        Symbol otherwise =
                near == null
                        ? versions.get(0).first().bar().symbol()
                        : near.getValue().first().bar().symbol();
        return near != null && near.getKey().equals(day)
                ? otherwise
                : SymbolHistory.known().symbol(observed.instrumentId(), day, otherwise);
    }

    private List<PriceCaseRow> caseRows() {
        return cases.stream()
                .map(this::row)
                .sorted(
                        Comparator.comparing(PriceCaseRow::symbol)
                                .thenComparing(PriceCaseRow::tradingDay))
                .toList();
    }

    private PriceCaseRow row(PriceCase found) {
        return new PriceCaseRow(
                found.symbol() + "-" + found.tradingDay(),
                found.symbol(),
                observed.instrumentId(),
                found.tradingDay(),
                found.previousDay(),
                found.previousClose(),
                found.close(),
                found.ratio(),
                found.looksLike(),
                found.status().id(),
                found.closing().map(closing -> closing.by()).orElse(""),
                found.closing().map(closing -> closing.at()).orElse(null));
    }
}
