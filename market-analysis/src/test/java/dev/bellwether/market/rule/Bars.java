package dev.bellwether.market.rule;

import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Bars and rules for tests.
public final class Bars {
    public static final Symbol ACME = Symbol.of("ACME");
    public static final TradingCalendar NYSE = TradingCalendar.nyse();
    public static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    private Bars() {}

    /// Daily bars over the sessions from the first on.
    public static List<ClosedBar> daily(String... closes) {
        return dailyFrom(FIRST, closes);
    }

    public static List<ClosedBar> dailyFrom(LocalDate first, String... closes) {
        List<ClosedBar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(day(NYSE.plusSessions(first, i), closes[i]));
        }
        return bars;
    }

    /// A bar with a range around its close, so that it is not flat.
    public static ClosedBar day(LocalDate day, String close) {
        return bar(ClosedBar.startOf(day), day, close);
    }

    public static ClosedBar bar(Instant start, LocalDate day, String close) {
        BigDecimal price = new BigDecimal(close);
        return new ClosedBar(
                start,
                day,
                price,
                price.multiply(new BigDecimal("1.01")),
                price.multiply(new BigDecimal("0.99")),
                price,
                1000,
                1);
    }

    /// A walk in cents over sessions whose steps are so few that closes and averages often tie.
    public static List<ClosedBar> tieWalk(long seed, int count) {
        Random random = new Random(seed);
        int cents = 1000;
        String[] closes = new String[count];
        for (int i = 0; i < count; i++) {
            cents = Math.max(100, cents + 5 * (random.nextInt(5) - 2));
            closes[i] = BigDecimal.valueOf(cents, 2).toPlainString();
        }
        return dailyFrom(LocalDate.of(2005, 1, 3), closes);
    }

    /// A rule that takes everything as it stands.
    public static RuleDefinition plain(String kind) {
        return rule(kind, "0", 0, Integer.MAX_VALUE, Timeframe.ONE_DAY);
    }

    public static RuleDefinition live(String kind) {
        RuleKind parsed = RuleKind.parse(kind);
        return rule(
                kind,
                RuleDefinition.liveBand(parsed).toPlainString(),
                0,
                RuleDefinition.LIVE_LONGEST_GAP,
                Timeframe.ONE_DAY);
    }

    public static RuleDefinition rule(
            String kind, String band, int coolDown, int gap, Timeframe timeframe) {
        return new RuleDefinition(
                "test",
                1,
                RuleKind.parse(kind),
                "alphavantage",
                Basis.SPLIT,
                timeframe,
                new BigDecimal(band),
                coolDown,
                gap);
    }

    public static Split split(LocalDate day, int newShares, int oldShares) {
        return new Split(
                ACME,
                day,
                day.atStartOfDay(TradingCalendar.ZONE).toInstant(),
                newShares,
                oldShares);
    }

    public static SeriesFacts splits(Split... splits) {
        return new SeriesFacts(List.of(splits), Map.of());
    }

    public static List<Fire> fires(RuleDefinition rule, List<ClosedBar> bars, SeriesFacts facts) {
        return RuleRun.fires(rule, ACME, bars, facts, Screening.NONE, NYSE);
    }

    /// What fires, as `<index> <direction>`.
    public static List<String> indices(RuleDefinition rule, List<ClosedBar> bars) {
        return indices(rule, bars, SeriesFacts.NONE);
    }

    public static List<String> indices(
            RuleDefinition rule, List<ClosedBar> bars, SeriesFacts facts) {
        return fires(rule, bars, facts).stream()
                .map(fire -> bars.indexOf(fire.bar()) + " " + fire.direction().id())
                .toList();
    }

    public static List<Direction> directions(RuleDefinition rule, List<ClosedBar> bars) {
        return fires(rule, bars, SeriesFacts.NONE).stream().map(Fire::direction).toList();
    }

    public static String[] repeat(String close, int times) {
        return Stream.generate(() -> close).limit(times).toArray(String[]::new);
    }

    public static String[] concat(String[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray(String[]::new);
    }
}
