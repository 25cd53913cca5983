package dev.bellwether.simulator;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.SymbolSpan;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/// A made-up year of daily loads with all that a year brings: holidays, early closes and both
/// changes of the clock, as the calendar has them; splits, a new symbol, halts, days whose data is
/// degraded, bars that are corrected days later, and days on which the provider does not answer.
///
/// The same seed gives the same year everywhere.
///
/// @param history what was there before the year, loaded at once
/// @param loads the daily loads that brought anything, in order
/// @param facts what was known of each symbol
/// @param spans which symbols an instrument traded under, where that changed
public record SyntheticYear(
        List<OhlcvBar> history,
        List<Load> loads,
        Map<Symbol, SeriesFacts> facts,
        List<SymbolSpan> spans) {
    /// Calendar year of the loads: it has eight holidays on week days and early closes.
    public static final int YEAR = 2026;

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 2);
    private static final LocalDate BEGIN = LocalDate.of(YEAR, 1, 2);
    private static final LocalDate LAST = LocalDate.of(YEAR, 12, 31);
    private static final LocalDate RENAMED = LocalDate.of(YEAR, 6, 9);
    private static final List<Symbol> SYMBOLS =
            Symbol.listOf("PLAIN,FOURONE,TENTH,THREETWO,OLDNAME,HALTED,SPOTTY,MENDED");

    /// What one run brought.
    ///
    /// @param scheduledAt market time of the run
    /// @param runDay the session that it is of
    /// @param bars new and corrected bars, oldest first
    public record Load(Instant scheduledAt, LocalDate runDay, List<OhlcvBar> bars) {}

    /// The year of that seed.
    public static SyntheticYear of(long seed) {
        return new Builder(seed).build();
    }

    /// The market time of the run after a session.
    public static Instant scheduledAt(LocalDate runDay) {
        return runDay.plusDays(1).atStartOfDay(TradingCalendar.ZONE).toInstant();
    }

    private static final class Builder {
        private final Random random;
        private final TradingCalendar calendar = TradingCalendar.nyse();
        private final NavigableMap<LocalDate, List<OhlcvBar>> byRun = new TreeMap<>();
        private final List<OhlcvBar> history = new ArrayList<>();
        private final Map<Symbol, SeriesFacts> facts = new HashMap<>();
        private final List<LocalDate> outages = new ArrayList<>();

        Builder(long seed) {
            random = Seeds.random(seed, "synthetic-year");
        }

        SyntheticYear build() {
            for (int i = 0; i < 6; i++) {
                outages.add(anyDay());
            }
            SYMBOLS.forEach(this::addSymbol);
            List<Load> loads = new ArrayList<>();
            byRun.forEach((day, bars) -> loads.add(new Load(scheduledAt(day), day, bars)));
            return new SyntheticYear(List.copyOf(history), List.copyOf(loads), facts, spans());
        }

        private static List<SymbolSpan> spans() {
            return List.of(
                    new SymbolSpan("renamed", Symbol.of("OLDNAME"), FIRST, RENAMED.minusDays(1)),
                    new SymbolSpan("renamed", Symbol.of("NEWNAME"), RENAMED, LAST));
        }

        private LocalDate anyDay() {
            List<LocalDate> days = calendar.sessions(BEGIN, LAST);
            return days.get(random.nextInt(days.size() - 1));
        }

        private void addSymbol(Symbol symbol) {
            List<Split> splits = splits(symbol);
            Map<LocalDate, DataCondition> conditions = new HashMap<>();
            if (symbol.value().equals("SPOTTY")) {
                for (int i = 0; i < 10; i++) {
                    conditions.put(anyDay(), DataCondition.DEGRADED);
                }
            }
            facts.put(symbol, new SeriesFacts(splits, conditions));
            LocalDate halt = anyDay();
            int haltSessions = 3 + random.nextInt(8);
            double price = 60 + random.nextInt(200);
            double volatility = 0.012 + 0.01 * random.nextDouble();
            for (LocalDate day : calendar.sessions(FIRST, LAST)) {
                price *= StrictMath.exp(volatility * random.nextGaussian());
                for (Split split : splits) {
                    if (split.effectiveDay().equals(day)) {
                        price = price * split.oldShares() / split.newShares();
                    }
                }
                boolean halted =
                        symbol.value().equals("HALTED")
                                && !day.isBefore(halt)
                                && calendar.sessionsBetween(halt, day) < haltSessions;
                if (!halted) {
                    addBar(symbol, day, price);
                }
            }
        }

        private List<Split> splits(Symbol symbol) {
            return switch (symbol.value()) {
                case "FOURONE" -> List.of(split(symbol, 4, 1));
                case "TENTH" -> List.of(split(symbol, 1, 10));
                case "THREETWO" -> List.of(split(symbol, 3, 2));
                default -> List.of();
            };
        }

        private Split split(Symbol symbol, int newShares, int oldShares) {
            LocalDate effective = calendar.next(anyDay());
            return new Split(
                    symbol, effective, scheduledAt(BEGIN.minusDays(30)), newShares, oldShares);
        }

        private void addBar(Symbol symbol, LocalDate day, double price) {
            Symbol traded =
                    symbol.value().equals("OLDNAME") && !day.isBefore(RENAMED)
                            ? Symbol.of("NEWNAME")
                            : symbol;
            OhlcvBar bar = bar(traded, day, price);
            if (day.isBefore(BEGIN)) {
                history.add(bar);
                return;
            }
            LocalDate run = day;
            while (outages.contains(run)) {
                run = calendar.next(run);
            }
            if (symbol.value().equals("MENDED") && random.nextInt(6) == 0) {
                addMended(run, bar, bar(traded, day, price * (1 + 0.08 * random.nextGaussian())));
                return;
            }
            load(run, bar);
        }

        /// What is published is wrong and corrected by a later run, or right, corrected wrongly,
        /// and put right again.
        private void addMended(LocalDate run, OhlcvBar right, OhlcvBar wrong) {
            List<LocalDate> runs = new ArrayList<>(List.of(run));
            runs.add(calendar.plusSessions(run, 1 + random.nextInt(4)));
            runs.add(calendar.plusSessions(run, 6 + random.nextInt(4)));
            boolean twice = random.nextBoolean();
            if (runs.getLast().isAfter(LAST) || runs.stream().anyMatch(outages::contains)) {
                load(run, right);
                return;
            }
            if (twice) {
                load(runs.get(0), right);
                load(runs.get(1), wrong);
                load(runs.get(2), right);
            } else {
                load(runs.get(0), wrong);
                load(runs.get(1), right);
            }
        }

        private void load(LocalDate run, OhlcvBar bar) {
            List<OhlcvBar> bars = byRun.computeIfAbsent(run, _ -> new ArrayList<>());
            bars.add(bar);
            bars.sort(Comparator.comparing(OhlcvBar::symbol).thenComparing(OhlcvBar::tradingDay));
        }

        private OhlcvBar bar(Symbol symbol, LocalDate day, double price) {
            long close = Math.max(100, Math.round(price * 100));
            long wick = 1 + close / 100;
            return new OhlcvBar(
                    symbol,
                    day,
                    BigDecimal.valueOf(close - wick / 2, 2),
                    BigDecimal.valueOf(close + wick, 2),
                    BigDecimal.valueOf(close - wick, 2),
                    BigDecimal.valueOf(close, 2),
                    1_000_000L + random.nextInt(1_000_000),
                    Provider.ALPHA_VANTAGE);
        }
    }
}
