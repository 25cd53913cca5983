package dev.bellwether.market.bar;

import static dev.bellwether.market.bar.Ticks.AAPL;
import static dev.bellwether.market.bar.Ticks.SESSION;
import static dev.bellwether.market.bar.Ticks.quote;
import static dev.bellwether.market.bar.Ticks.tick;
import static dev.bellwether.market.bar.Ticks.utc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionTapeTest {
    @Test
    void aBarIsMadeOfPricesAndTheVolumeSinceTheQuoteBeforeIt() {
        assertThat(
                        minutes(
                                tick("14:00:00", "100.5", 1_000),
                                tick("14:01:00", "101", 1_500),
                                tick("14:01:20", "103.50", 1_600),
                                tick("14:01:40", "99.25", 1_700),
                                tick("14:01:59", "102", 2_000),
                                tick("14:02:00", "500", 9_000)))
                .hasSize(3)
                .element(1)
                .isEqualTo(
                        new SampledBar(
                                AAPL,
                                Timeframe.ONE_MINUTE,
                                utc("14:01:00"),
                                SESSION.tradingDay(),
                                new BigDecimal("101"),
                                new BigDecimal("103.5"),
                                new BigDecimal("99.25"),
                                new BigDecimal("102"),
                                1_000,
                                4,
                                Provider.YAHOO,
                                1));
    }

    @Test
    void theSessionsFirstBarCountsFromNothingAndAGapGoesToTheNextBar() {
        assertThat(
                        minutes(
                                tick("13:30:00", "100", 700),
                                tick("13:33:10", "100", 900),
                                tick("13:40:00", "100", 900)))
                .extracting(SampledBar::volume)
                .containsExactly(700L, 200L, 0L);
    }

    @Test
    void theQuoteAtTheCloseIsTheLastBars() {
        assertThat(minutes(tick("19:59:00", "100", 10), tick("20:00:00", "105", 30)))
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.close()).isEqualTo(new BigDecimal("105"));
                    assertThat(bar.volume()).isEqualTo(30);
                });
    }

    @Test
    void whatIsOutsideTheSessionOrOfAnotherSourceMakesNoBar() {
        assertThat(
                        minutes(
                                tick("13:29:59", "100", 10),
                                tick("20:00:01", "100", 20),
                                quote(utc("14:00:00"), "100", 30, "primary-only"),
                                quote(Instant.parse("2025-10-30T14:00:00Z"), "1", 40, "composite")))
                .isEmpty();
    }

    @Test
    void aDecreaseTakesBackWhatWasSaidBefore() {
        assertThat(
                        minutes(
                                tick("14:00:00", "100", 1_000),
                                tick("14:01:00", "100", 5_000),
                                tick("14:02:00", "100", 1_200),
                                tick("14:03:00", "100", 1_500)))
                .extracting(SampledBar::volume)
                .containsExactly(1_000L, 200L, 0L, 300L);
    }

    @Test
    void ofOneMomentTheHighestSequenceHolds() {
        Quote first = tick("14:00:00", "100", 1_000);
        Quote second = tick("14:00:00", "120", 400).withSequence(9);
        Quote third = tick("14:00:00", "90", 600).withSequence(10);

        assertThat(minutes(third, first, second))
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.high()).isEqualTo(new BigDecimal("90"));
                    assertThat(bar.volume()).isEqualTo(600);
                    assertThat(bar.quotes()).isEqualTo(1);
                });
    }

    @Test
    void orderAndRepetitionDoNotMatterNorWhereTheTapeBegins() {
        Random random = new Random(5);
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Instant time = SESSION.open().plusSeconds(random.nextInt(23_400));
            quotes.add(
                    quote(time, "1" + random.nextInt(100), random.nextInt(100_000), "composite")
                            .withSequence(random.nextInt(3)));
        }
        List<SampledBar> all = bars(quotes, SESSION.open());
        for (int seed = 0; seed < 20; seed++) {
            List<Quote> shuffled = new ArrayList<>(quotes);
            shuffled.addAll(quotes.subList(0, 100));
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(bars(shuffled, SESSION.open())).isEqualTo(all);
        }
        Instant noon = utc("16:00:00");
        Instant before =
                all.stream().map(SampledBar::start).filter(noon::isAfter).toList().getLast();
        List<Quote> rest =
                quotes.stream().filter(quote -> !quote.timestamp().isBefore(before)).toList();
        assertThat(bars(rest, noon))
                .isEqualTo(all.stream().filter(bar -> !bar.start().isBefore(noon)).toList());
    }

    private static List<SampledBar> minutes(Quote... quotes) {
        return bars(List.of(quotes), SESSION.open());
    }

    private static List<SampledBar> bars(List<Quote> quotes, Instant from) {
        return SessionTape.of(AAPL, SESSION, quotes).bars(Timeframe.ONE_MINUTE, from);
    }
}
