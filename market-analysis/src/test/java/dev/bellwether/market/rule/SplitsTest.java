package dev.bellwether.market.rule;

import static dev.bellwether.market.rule.Bars.daily;
import static dev.bellwether.market.rule.Bars.indices;
import static dev.bellwether.market.rule.Bars.plain;
import static dev.bellwether.market.rule.Bars.split;
import static dev.bellwether.market.rule.Bars.splits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Basis;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
    private static final int SPLIT_AT = 150;
    private static final int SECOND_AT = 160;

    /// The same prices, once as they are and once traded over splits: the same fires.
    @ParameterizedTest
    @CsvSource({"4,1", "3,2", "1,15", "2,3", "1000,999"})
    void aSplitIsRestatedExactly(int newShares, int oldShares) {
        for (String kind :
                List.of("sma-crossover:5,20", "percent-change:1", "percent-change:2sd")) {
            for (RuleDefinition rule : List.of(plain(kind), Bars.live(kind))) {
                for (long seed = 1; seed <= 10; seed++) {
                    List<ClosedBar> unsplit = Bars.tieWalk(seed, 300);
                    LocalDate first = unsplit.get(SPLIT_AT).tradingDay();
                    LocalDate second = unsplit.get(SECOND_AT).tradingDay();
                    SeriesFacts facts =
                            splits(
                                    split(first, newShares, oldShares),
                                    split(second, newShares, oldShares));
                    assertThat(indices(rule, traded(unsplit, newShares, oldShares), facts))
                            .as("%s, seed %d", rule, seed)
                            .isEqualTo(indices(rule, unsplit));
                }
            }
        }
    }

    @Test
    void aRawBasisDoesNotRestate() {
        RuleDefinition split = plain("percent-change:5");
        var raw =
                new RuleDefinition(
                        split.id(),
                        1,
                        split.kind(),
                        split.feed(),
                        Basis.RAW,
                        split.timeframe(),
                        BigDecimal.ZERO,
                        0,
                        9);
        List<ClosedBar> bars = daily("100", "50");
        SeriesFacts facts = splits(split(bars.getLast().tradingDay(), 2, 1));

        assertThat(indices(split, bars, facts)).isEmpty();
        assertThat(indices(raw, bars, facts)).containsExactly("1 down");
    }

    @Test
    void figuresAreInTodaysMoney() {
        List<ClosedBar> bars = daily("30", "45", "20", "40");
        SeriesFacts facts = splits(split(bars.get(2).tradingDay(), 3, 2));
        // 20, 30, 20, 40 after the split
        List<Fire> fires = Bars.fires(plain("sma-crossover:1,2"), bars, facts);

        assertThat(fires)
                .extracting(Fire::figures)
                .containsExactly(
                        new Figures(new BigDecimal("20.000000"), new BigDecimal("25.000000")),
                        new Figures(new BigDecimal("40.000000"), new BigDecimal("30.000000")));
    }

    @Test
    void aPriceLevelIsNotCrossedByASplit() {
        List<ClosedBar> bars = daily("150", "160", "80", "82", "120");
        SeriesFacts facts = splits(split(bars.get(2).tradingDay(), 2, 1));

        assertThat(indices(plain("price-level:100"), bars, facts)).containsExactly("4 up");
        assertThat(indices(plain("price-level:100"), bars)).containsExactly("2 down", "4 up");
    }

    @Test
    void aSplitOnADayWithoutABarTakesEffectWithTheNext() {
        List<ClosedBar> bars = new ArrayList<>(daily("100", "100", "50"));
        LocalDate split = bars.remove(1).tradingDay();

        assertThat(indices(plain("percent-change:5"), bars, splits(split(split, 2, 1)))).isEmpty();
    }

    // Before a split, a share was worth what newShares are worth after it for each oldShares.
    private static List<ClosedBar> traded(List<ClosedBar> unsplit, int newShares, int oldShares) {
        List<ClosedBar> bars = new ArrayList<>();
        for (int i = 0; i < unsplit.size(); i++) {
            int splitsToCome = i < SPLIT_AT ? 2 : i < SECOND_AT ? 1 : 0;
            BigDecimal factor =
                    BigDecimal.valueOf(newShares)
                            .pow(splitsToCome)
                            .multiply(BigDecimal.valueOf(oldShares).pow(2 - splitsToCome));
            ClosedBar bar = unsplit.get(i);
            bars.add(Bars.day(bar.tradingDay(), bar.close().multiply(factor).toPlainString()));
        }
        return bars;
    }
}
