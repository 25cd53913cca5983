package dev.bellwether.lake.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.market.Provider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2025-10-24");
    private static final LocalDate MONDAY = LocalDate.parse("2025-10-27");
    private static final LocalDate TUESDAY = LocalDate.parse("2025-10-28");
    private static final LocalDate HORIZON = LocalDate.parse("2025-10-31");

    @Test
    void pricesBeforeASplitAreInTheNewestShares() {
        Adjustment adjustment = adjustment(Bars.seen(split("2025-10-27", 4, 1)));

        assertThat(adjustment.splitFactor(FRIDAY)).isEqualTo(new BigDecimal("0.250000000000"));
        assertThat(adjustment.splitFactor(MONDAY)).isEqualTo(new BigDecimal("1.000000000000"));
    }

    @Test
    void splitsMultiplyAndAsOfADayTheLaterOnesAreNotThereYet() {
        Adjustment adjustment =
                adjustment(
                        Bars.seen(split("2025-10-27", 3, 1)), Bars.seen(split("2025-10-28", 1, 7)));

        assertThat(adjustment.splitFactor(FRIDAY)).isEqualTo(new BigDecimal("2.333333333333"));
        assertThat(adjustment.splitFactor(FRIDAY, MONDAY))
                .isEqualTo(new BigDecimal("0.333333333333"));
        assertThat(adjustment.splitFactor(FRIDAY, FRIDAY))
                .isEqualTo(new BigDecimal("1.000000000000"));
    }

    @Test
    void rawPricesComeBackFromAdjustedOnes() {
        Adjustment adjustment =
                adjustment(
                        Bars.seen(split("2025-10-27", 999, 500)),
                        Bars.seen(split("2025-10-28", 7, 1)));
        BigDecimal raw = new BigDecimal("1135.123456");
        BigDecimal factor = adjustment.splitFactor(FRIDAY);

        assertThat(raw.multiply(factor).divide(factor, 6, RoundingMode.HALF_EVEN)).isEqualTo(raw);
    }

    @Test
    void aDividendTakesItsShareOfTheCloseBefore() {
        Adjustment adjustment = adjustment(Bars.seen(dividend("2025-10-27", "2")));

        assertThat(adjustment.dividendFactor(FRIDAY)).isCloseTo(0.98, within(1e-12));
        assertThat(adjustment.dividendFactor(MONDAY)).isEqualTo(1);
        assertThat(adjustment.dividendFactor(FRIDAY, FRIDAY)).isEqualTo(1);
        assertThat(adjustment.splitFactor(FRIDAY)).isEqualByComparingTo(BigDecimal.ONE);
    }

    /// Friday's close of 100 is 25 in Monday's shares, of which each gets 0.50.
    @Test
    void aDividendOnTheDayOfASplitIsPaidOnTheNewShares() {
        Adjustment adjustment =
                adjustment(
                        Bars.seen(split("2025-10-27", 4, 1)),
                        Bars.seen(dividend("2025-10-27", "0.50")));

        assertThat(adjustment.dividendFactor(FRIDAY)).isCloseTo(0.98, within(1e-12));
        assertThat(adjustment.splitFactor(FRIDAY)).isEqualByComparingTo("0.25");
    }

    /// The split takes effect on Saturday: no bar is on its day, Monday's is in the new shares.
    @Test
    void aSplitWhoseDayLiesBetweenTwoBarsCountsForTheFirst() {
        Adjustment adjustment =
                adjustment(
                        Bars.seen(split("2025-10-25", 4, 1)),
                        Bars.seen(dividend("2025-10-27", "0.50")));

        assertThat(adjustment.splitFactor(FRIDAY)).isEqualByComparingTo("0.25");
        assertThat(adjustment.splitFactor(MONDAY)).isEqualByComparingTo("1");
        assertThat(adjustment.dividendFactor(FRIDAY)).isCloseTo(0.98, within(1e-12));
    }

    @Test
    void whatHasNotTakenEffectAdjustsNothing() {
        Adjustment adjustment = adjustment(Bars.seen(split("2025-11-03", 4, 1)));

        assertThat(adjustment.splitFactor(TUESDAY)).isEqualByComparingTo("1");
    }

    @Test
    void aDividendAboveThePriceOrWithoutACloseBeforeChangesNothing() {
        Adjustment adjustment =
                adjustment(
                        Bars.seen(dividend("2025-10-27", "100")),
                        Bars.seen(dividend("2025-10-24", "1")));

        assertThat(adjustment.dividendFactor(LocalDate.parse("2025-10-23"))).isEqualTo(1);
    }

    @Test
    void aSplitThatSeveralProvidersStateIsAppliedOnce() {
        AppliedActions actions =
                applied(
                        Bars.seen(Bars.split("2025-10-25", 4, 1, Provider.YAHOO)),
                        Bars.seen(Bars.split("2025-10-27", 4, 1, Provider.ALPHA_VANTAGE)),
                        Bars.seen(Bars.split("2025-10-27", 2, 1, Provider.ALPACA)));

        assertThat(actions.splits())
                .extracting(AppliedSplit::describe)
                .containsExactly("split 4:1 (alphavantage)");
    }

    @Test
    void aDividendOfTheBestRankedProviderCounts() {
        assertThat(
                        applied(
                                        Bars.seen(Bars.dividend("2025-10-27", "1", Provider.YAHOO)),
                                        Bars.seen(
                                                Bars.dividend("2025-10-27", "2", Provider.ALPACA)))
                                .dividends())
                .containsExactly(Bars.dividend("2025-10-27", "2", Provider.ALPACA));
    }

    /// Yahoo states 0.50 for what was 2.00 a share before a 4:1 split that it knows of.
    @Test
    void yahoosDividendsAreTakenBackToTheSharesOfTheirDay() {
        AppliedActions actions =
                applied(
                        Bars.seen(Bars.dividend("2025-10-27", "0.50", Provider.YAHOO)),
                        Bars.seen(split("2025-10-28", 4, 1)));
        AppliedActions before =
                applied(
                        Bars.seen(
                                Bars.dividend("2025-10-27", "2", Provider.YAHOO),
                                "2025-10-27T22:00:00Z"),
                        Bars.seen(split("2025-10-28", 4, 1)));

        assertThat(actions.dividends().get(0).amount()).isEqualByComparingTo("2");
        assertThat(before.dividends().get(0).amount())
                .as("fetched before the split")
                .isEqualByComparingTo("2");
    }

    private static CorporateAction split(String day, int shares, int old) {
        return Bars.split(day, shares, old, Provider.ALPHA_VANTAGE);
    }

    private static CorporateAction dividend(String day, String amount) {
        return Bars.dividend(day, amount, Provider.ALPHA_VANTAGE);
    }

    private static AppliedActions applied(ActionObservation... observed) {
        return AppliedActions.of(List.of(observed), HORIZON);
    }

    private static Adjustment adjustment(ActionObservation... observed) {
        NavigableMap<LocalDate, BigDecimal> closes =
                new TreeMap<>(
                        Map.of(
                                FRIDAY, new BigDecimal("100"),
                                MONDAY, new BigDecimal("25"),
                                TUESDAY, new BigDecimal("26")));
        return new Adjustment(applied(observed), closes);
    }
}
