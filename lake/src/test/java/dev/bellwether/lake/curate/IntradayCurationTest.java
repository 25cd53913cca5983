package dev.bellwether.lake.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntradayCurationTest {
    private static final Symbol FB = Symbol.of("FB");
    private static final LocalDate DAY = LocalDate.parse("2021-11-30");
    private static final Instant OPEN = Instant.parse("2021-11-30T14:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2021-11-30, 1m, 390",
        "2021-11-30, 5m, 78",
        "2021-11-30, 15m, 26",
        "2021-11-30, 30m, 13",
        "2021-11-30, 60m, 7",
        "2021-11-26, 1m, 210",
        "2021-11-26, 60m, 4"
    })
    void theRegularSessionSaysHowManyBarsThereAre(LocalDate day, String interval, int expected) {
        Interval length = Interval.of(interval);
        Instant open = TradingCalendar.nyse().findSession(day).orElseThrow().open();
        List<BarObservation> bars = bars(day, open, length, expected);

        assertThat(curate(day, bars).conditions())
                .containsExactly(
                        new ConditionRow(
                                FB,
                                "META",
                                length,
                                day,
                                DataCondition.AVAILABLE,
                                "",
                                expected,
                                expected));
    }

    @Test
    void barsOfExtendedHoursAreKeptAndCountForNothing() {
        List<BarObservation> bars = bars(DAY, OPEN, Interval.FIVE_MINUTES, 77);
        bars.add(
                Bars.seen(
                        bar(DAY, OPEN.minusSeconds(3600), Interval.FIVE_MINUTES, BigDecimal.TEN)));
        bars.add(
                Bars.seen(
                        bar(
                                DAY,
                                Instant.parse("2021-11-30T21:00:00Z"),
                                Interval.FIVE_MINUTES,
                                BigDecimal.TEN)));

        IntradayRows rows = curate(DAY, bars);

        assertThat(rows.bars()).hasSize(79);
        assertThat(rows.conditions())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.condition()).isEqualTo(DataCondition.DEGRADED);
                    assertThat(row.reason()).isEqualTo("77 of 78 bars");
                });
    }

    @Test
    void aPriceAHundredTimesTheDaysIsSuspect() {
        List<BarObservation> bars = bars(DAY, OPEN, Interval.FIVE_MINUTES, 77);
        bars.add(
                Bars.seen(
                        bar(
                                DAY,
                                OPEN.plusSeconds(77 * 300),
                                Interval.FIVE_MINUTES,
                                BigDecimal.valueOf(1000))));

        IntradayRows rows = curate(DAY, bars);

        assertThat(rows.bars())
                .filteredOn(row -> row.quality().equals("suspect"))
                .singleElement()
                .satisfies(row -> assertThat(row.flags()).isEqualTo("hundredfold"));
        assertThat(rows.conditions().get(0).reason()).isEqualTo("a suspect bar");
    }

    @Test
    void aDayWithoutASessionHasNoExpectedBars() {
        LocalDate thanksgiving = LocalDate.parse("2021-11-25");

        assertThat(
                        curate(
                                        thanksgiving,
                                        bars(
                                                thanksgiving,
                                                Instant.parse("2021-11-25T15:00:00Z"),
                                                Interval.ONE_MINUTE,
                                                2))
                                .conditions())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.condition()).isEqualTo(DataCondition.DEGRADED);
                    assertThat(row.expectedBars()).isZero();
                });
    }

    @Test
    void shuffledAndDoubledObservationsGiveTheNewestVersionsOnce() {
        List<BarObservation> bars = bars(DAY, OPEN, Interval.FIVE_MINUTES, 78);
        bars.add(
                Bars.seen(
                        bar(DAY, OPEN, Interval.FIVE_MINUTES, BigDecimal.valueOf(11)),
                        "2026-02-01T00:00:00Z",
                        "raw/2.body"));
        IntradayRows expected = curate(DAY, bars);
        List<BarObservation> shuffled = new ArrayList<>(bars);
        shuffled.addAll(bars);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(curate(DAY, shuffled)).isEqualTo(expected);
        assertThat(expected.bars()).hasSize(78);
        assertThat(expected.bars().get(0).bar().high()).isEqualTo(BigDecimal.valueOf(11));
        assertThat(expected.bars().get(0).version()).isEqualTo(2);
    }

    private static IntradayRows curate(LocalDate day, List<BarObservation> bars) {
        return IntradayCuration.curate(FB, day, bars, TradingCalendar.nyse());
    }

    private static List<BarObservation> bars(
            LocalDate day, Instant first, Interval interval, int count) {
        Duration length = interval.length().orElseThrow();
        List<BarObservation> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(
                    Bars.seen(
                            bar(
                                    day,
                                    first.plus(length.multipliedBy(i)),
                                    interval,
                                    BigDecimal.TEN)));
        }
        return bars;
    }

    /// As in the files of S4's delivery stream: neither open nor close nor volume.
    private static SourceBar bar(
            LocalDate day, Instant start, Interval interval, BigDecimal price) {
        return new SourceBar(
                FB,
                interval,
                start,
                day,
                null,
                price,
                price,
                null,
                null,
                Provider.YAHOO,
                "stream",
                Basis.RAW);
    }
}
