package dev.bellwether.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.store.InMemoryItems;
import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.RuleSide;
import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final LocalDate LAST = LocalDate.parse("2025-10-29");
    private static final Rule LEVEL = rule("price-level:100", "alphavantage", Timeframe.ONE_DAY);
    private static final Rule QUARTER =
            rule("price-level:100", "sampled", Timeframe.FIFTEEN_MINUTES);

    @Test
    void aboveBelowAndWarmingAreToldWithTheFigures() {
        assertThat(daily(LEVEL, 101, 102).cells())
                .containsExactly("mine", "AAPL", "above", "102", "100", "2025-10-29T13:30:00Z", "");
        assertThat(daily(LEVEL, 101, 99).side()).isEqualTo(RuleSide.BELOW);
        assertThat(daily(rule("sma-crossover:2,3", "alphavantage", Timeframe.ONE_DAY), 1, 1).side())
                .isEqualTo(RuleSide.WARMING);
    }

    @Test
    void noBarIsNoDataAndNeverASide() {
        Standing standing = Standing.of(LEVEL, AAPL, List.of(), Optional.empty());

        assertThat(standing.side()).isEqualTo(RuleSide.NO_DATA);
        assertThat(standing.reason()).isEqualTo("no bars");
    }

    @Test
    void aDailyBarIsOldWhenThatOfADayBeforeYesterdaysSessionIsMissing() {
        // The bar of Wednesday the 29th is loaded in the night to Thursday; Thursday's in the next.
        assertThat(dailyAt("2025-10-31T19:59:00Z").reason()).isEmpty();
        assertThat(dailyAt("2025-10-31T20:01:00Z").reason()).isEqualTo("no bar since 2025-10-29");
    }

    @Test
    void outsideTheSessionAShortBarSaysNothing() {
        assertThat(quarterAt("2025-10-29T15:00:00Z").reason()).isEmpty();
        assertThat(quarterAt("2025-10-29T15:01:00Z").reason())
                .isEqualTo("no bar since 2025-10-29T14:00:00Z");
        assertThat(quarterAt("2025-10-29T20:30:00Z").reason()).isEqualTo("the market is closed");
    }

    @Test
    void aBarThatCannotBeTrustedIsNoData() {
        ClosedBar flat = bar(LAST, "100", "100", "100");

        Standing standing = Standing.of(LEVEL, AAPL, List.of(flat), Optional.empty());

        assertThat(standing.side()).isEqualTo(RuleSide.NO_DATA);
        assertThat(standing.reason()).isEqualTo("the last bar cannot be trusted");
    }

    @Test
    void theNewestBarsOfASeriesAreReadOldestFirst() {
        InMemoryItems items = new InMemoryItems();
        LocalDate day = LAST;
        for (int i = 0; i < 300; i++) {
            Map<String, String> item = new HashMap<>();
            item.put("symbol", "AAPL");
            item.put("sk", "bar#1d#" + day);
            item.put("trading_day", day.toString());
            for (String price : List.of("open", "high", "low", "close")) {
                item.put(price, Integer.toString(1000 - i));
            }
            item.put("volume", "7");
            items.insert(item, Set.of());
            day = TradingCalendar.nyse().previous(day);
        }

        List<ClosedBar> bars = new SeriesBars(items).newest(LEVEL.definition().series(AAPL));

        assertThat(bars).hasSize(260);
        assertThat(bars.getLast().close()).isEqualByComparingTo("1000");
        assertThat(bars.getFirst().close()).isEqualByComparingTo("741");
        assertThat(new SeriesBars(items).newest(QUARTER.definition().series(AAPL))).isEmpty();
    }

    private static Standing dailyAt(String now) {
        return Standing.of(
                LEVEL,
                AAPL,
                List.of(bar(LAST, "99", "101", "98")),
                Optional.of(Instant.parse(now)));
    }

    private static Standing quarterAt(String now) {
        ClosedBar bar =
                new ClosedBar(
                        Instant.parse("2025-10-29T14:00:00Z"),
                        LAST,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        7,
                        1);
        return Standing.of(QUARTER, AAPL, List.of(bar), Optional.of(Instant.parse(now)));
    }

    private static Standing daily(Rule rule, int... closes) {
        List<ClosedBar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            LocalDate day = TradingCalendar.nyse().plusSessions(LAST, i + 1 - closes.length);
            bars.add(bar(day, closes[i] + "", closes[i] + 1 + "", closes[i] - 0.5 + ""));
        }
        return Standing.of(rule, AAPL, bars, Optional.empty());
    }

    private static ClosedBar bar(LocalDate day, String close, String high, String low) {
        return new ClosedBar(
                ClosedBar.startOf(day),
                day,
                new BigDecimal(close),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                7,
                1);
    }

    private static Rule rule(String kind, String feed, Timeframe timeframe) {
        return new Rule(
                new RuleDefinition(
                        "mine",
                        1,
                        RuleKind.parse(kind),
                        feed,
                        Basis.SPLIT,
                        timeframe,
                        BigDecimal.ZERO,
                        0,
                        5),
                new TreeSet<>(),
                Severity.INFO,
                Rule.Status.ENABLED,
                Optional.empty(),
                Instant.EPOCH);
    }
}
