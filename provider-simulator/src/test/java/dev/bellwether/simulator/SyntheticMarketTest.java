package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleRun;
import dev.bellwether.market.rule.Screening;
import dev.bellwether.market.rule.StandardRules;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SyntheticMarketTest {
    private static final Symbol AMZN = Symbol.of("AMZN");
    private static final Symbol META = Symbol.of("META");

    private final SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SYMBOLS);

    @Test
    void onItsLastDayAmznCrossesUpAndMetaCrossesDown() {
        Map<Symbol, Direction> crossings = new TreeMap<>();
        for (Symbol symbol : market.symbols()) {
            List<ClosedBar> bars =
                    market.bars(symbol).values().stream().map(bar -> ClosedBar.of(bar, 1)).toList();
            for (Rule rule : StandardRules.overlaidWith(List.of())) {
                RuleRun.fires(
                                rule.definition(),
                                symbol,
                                bars,
                                SeriesFacts.NONE,
                                Screening.LIVE,
                                TradingCalendar.nyse())
                        .stream()
                        .filter(fire -> fire.bar().equals(bars.getLast()))
                        .forEach(fire -> crossings.put(symbol, fire.direction()));
            }
        }

        assertThat(crossings).isEqualTo(Map.of(AMZN, Direction.UP, META, Direction.DOWN));
    }

    @Test
    void itsBytesAreTheSameOnEveryMachine() {
        assertThat(Sha256.hex(market.dailyCsv(AMZN))).startsWith("bd9bdb30123e37c3");
    }

    @Test
    void itEndsOnAFridayAfterThreeYearsOfSessions() {
        TradingCalendar calendar = TradingCalendar.nyse();

        assertThat(market.runDay()).isEqualTo(LocalDate.of(2026, 10, 30));
        for (Symbol symbol : market.symbols()) {
            assertThat(market.bars(symbol)).hasSize(750);
            assertThat(market.bars(symbol).keySet()).allMatch(calendar::isSession);
            assertThat(market.findLastDay(symbol)).contains(LocalDate.of(2026, 10, 30));
        }
    }

    @Test
    void aWalkDoesNotDependOnTheOtherSymbols() {
        assertThat(SyntheticMarket.of(List.of(META)).bars(META)).isEqualTo(market.bars(META));
    }

    @Test
    void anotherSeedGivesAnotherWalk() {
        SyntheticMarket other =
                new SyntheticMarket(20, List.of(META), LocalDate.of(2026, 10, 30), 750);

        assertThat(other.bars(META)).isNotEqualTo(market.bars(META));
    }

    @Test
    void itWritesTheProvidersForm() {
        String csv = new String(market.dailyCsv(AMZN), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("timestamp,open,high,low,close,volume\r\n2026-10-30,")
                .endsWith("\r\n");
        assertThat(csv.lines().skip(1))
                .hasSize(750)
                .allMatch(row -> row.matches("\\d{4}-\\d\\d-\\d\\d(,\\d+\\.\\d{4}){4},\\d+"));
        assertThat(AlphaVantageCsv.read(AMZN, market.dailyCsv(AMZN)).values())
                .usingElementComparator((a, b) -> a.sameFigures(b) ? 0 : 1)
                .containsExactlyElementsOf(market.bars(AMZN).values());
    }

    @Test
    void anyHundredSeedsGivePossibleBarsInCents() {
        for (int seed = 0; seed < 100; seed++) {
            SyntheticMarket any =
                    new SyntheticMarket(seed, List.of(META), LocalDate.of(2024, 7, 3), 60);
            assertThat(any.bars(META)).as("seed %d", seed).hasSize(60);
            assertThat(any.bars(META).values())
                    .map(OhlcvBar::close)
                    .allMatch(close -> close.scale() == 2);
        }
    }

    @Test
    void aLastDayWithoutSessionIsRefused() {
        assertThatThrownBy(
                        () -> new SyntheticMarket(1, List.of(META), LocalDate.of(2026, 10, 31), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-10-31");
    }
}
