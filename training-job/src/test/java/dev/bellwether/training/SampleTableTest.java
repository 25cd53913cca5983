package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SampleTableTest {
    private static final Symbol SYMBOL = Symbol.of("AAPL");
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void featuresAreWhatTheirNamesSay() {
        List<OhlcvBar> bars = bars(i -> 100 + i, 21);

        double[] features = Features.of(bars, 20);

        assertThat(Features.NAMES).hasSize(features.length);
        assertThat(features[0]).isCloseTo(Math.log(120.0 / 119), EXACT);
        assertThat(features[4]).isCloseTo(Math.log(116.0 / 115), EXACT);
        assertThat(features[5]).isCloseTo(Math.log(120.0 / 118), EXACT);
        assertThat(features[6]).isCloseTo(Math.log(120.0 / 110.5), EXACT);
        assertThat(features[7]).isCloseTo(0.000491906113655048, EXACT);
        assertThat(features[8]).isCloseTo(Math.log(1_021.0 / 1_020.0), EXACT);
        assertThat(features[9]).isCloseTo(Math.log(121.2 / 118.8), EXACT);
    }

    @Test
    void theTargetIsTheLogReturnOverTheHorizon() {
        List<OhlcvBar> bars = bars(i -> 100 + i, 25);

        SampleTable table = SampleTable.of(bars, 3);

        assertThat(table.samples()).hasSize(2);
        assertThat(table.samples().getFirst().day()).isEqualTo(bars.get(20).tradingDay());
        assertThat(table.samples().getFirst().target()).isCloseTo(Math.log(123.0 / 120), EXACT);
        assertThat(table.latest()).isPresent();
    }

    @Test
    void featuresDoNotChangeWhenTheFutureIsCutOff() {
        List<OhlcvBar> bars = Walks.noise(SYMBOL, 1, 300);
        List<Sample> whole = SampleTable.of(bars, 1).samples();

        for (int known = 22; known <= 300; known++) {
            SampleTable past = SampleTable.of(bars.subList(0, known), 1);
            Sample last = past.samples().getLast();
            Sample same = whole.get(past.samples().size() - 1);
            assertThat(last.features()).isEqualTo(same.features());
            assertThat(last.day()).isEqualTo(same.day());
            if (known < 300) {
                assertThat(past.latest().orElseThrow()).isEqualTo(whole.get(known - 21).features());
            }
        }
    }

    @Test
    void aSplitDropsTheSamplesThatItTouchesAndNoOther() {
        // Four for one before bar 50: in the target of bar 49, and in the 20 returns of bars 50 to
        // 69.
        List<OhlcvBar> bars = bars(i -> i < 50 ? 400 : 100, 100);

        SampleTable table = SampleTable.of(bars, 1);

        assertThat(table.dropped()).isEqualTo(21);
        assertThat(table.samples()).hasSize(100 - 20 - 1 - 21);
        assertThat(table.samples()).extracting(Sample::target).containsOnly(0.0);
        assertThat(table.samples())
                .extracting(Sample::day)
                .doesNotContain(bars.get(49).tradingDay(), bars.get(69).tradingDay());
        assertThat(table.samples())
                .extracting(Sample::day)
                .contains(bars.get(48).tradingDay(), bars.get(70).tradingDay());
    }

    @Test
    void aReturnOfExactly35PercentIsNoJump() {
        assertThat(SampleTable.of(bars(i -> i < 50 ? 100 : 135, 100), 1).dropped()).isZero();
        assertThat(SampleTable.of(bars(i -> i < 50 ? 100 : 65, 100), 1).dropped()).isZero();
        assertThat(SampleTable.of(bars(i -> i < 50 ? 100 : 64.9, 100), 1).dropped()).isEqualTo(21);
    }

    @Test
    void aMissingBarDropsTheSampleWhoseTargetWouldBeTwoSessionsAhead() {
        List<OhlcvBar> bars = bars(i -> 100 + i, 60);
        bars.remove(40);

        SampleTable table = SampleTable.of(bars, 1);

        assertThat(table.dropped()).isEqualTo(1);
        assertThat(table.samples())
                .extracting(Sample::day)
                .doesNotContain(bars.get(39).tradingDay());
    }

    @Test
    void aRecentSplitLeavesNothingToForecastFrom() {
        assertThat(SampleTable.of(bars(i -> i < 90 ? 400 : 100, 100), 1).latest()).isEmpty();
        assertThat(SampleTable.of(bars(i -> i < 79 ? 400 : 100, 100), 1).latest()).isPresent();
    }

    @Test
    void noBarsAreNoSamples() {
        SampleTable table = SampleTable.of(List.of(), 1);

        assertThat(table.samples()).isEmpty();
        assertThat(table.latest()).isEmpty();
    }

    private static List<OhlcvBar> bars(IntToDoubleFunction close, int count) {
        TradingCalendar calendar = TradingCalendar.nyse();
        List<LocalDate> days =
                calendar.sessions(calendar.plusSessions(Walks.LAST_DAY, 1 - count), Walks.LAST_DAY);
        List<OhlcvBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(Walks.bar(SYMBOL, days.get(i), close.applyAsDouble(i), 1_000 + i));
        }
        return bars;
    }
}
