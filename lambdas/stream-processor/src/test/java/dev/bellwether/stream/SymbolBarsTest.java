package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.bar.SampledBar;
import dev.bellwether.stream.BatchOutcome.Processed;
import dev.bellwether.stream.BatchOutcome.StoppedAt;
import dev.bellwether.stream.Effects.Mishap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Batches of quotes of one symbol, one after the other, and the bars that are there then.
class SymbolBarsTest {
    private static final String DAY = "2025-10-29T";

    private Effects effects = Effects.undisturbed();
    private RecordingTable table = new RecordingTable(effects);
    private int number;

    @Test
    void aBarIsWrittenWhenAQuoteIsAMinutePastItsEnd() {
        process(quote("14:00:00", 100, 10), quote("14:01:59", 101, 20));
        assertThat(table.bars).isEmpty();

        process(quote("14:02:00", 102, 30));

        assertThat(table.bars).containsOnlyKeys("AAPL sampled#1m#2025-10-29T14:00:00Z");
        assertThat(table.closedAt.values()).containsExactly(at("14:02:00"));
    }

    @Test
    void aQuoteThatComesLaterRestatesItsBarAndTheNextOnesVolume() {
        process(halfMinutes(14, 0, 10));
        assertThat(bar("1m", "14:02:00").version()).isEqualTo(1);
        long volumeOfNext = bar("1m", "14:03:00").volume();

        process(quote("14:02:45", 150, 1_250 + 30));

        assertThat(bar("1m", "14:02:00").high()).isEqualTo(new BigDecimal("150"));
        assertThat(bar("1m", "14:02:00").version()).isEqualTo(2);
        assertThat(bar("1m", "14:03:00").volume()).isLessThan(volumeOfNext);
        assertThat(bar("1m", "14:03:00").version()).isEqualTo(2);
        assertThat(bar("1m", "14:01:00").version()).isEqualTo(1);
        assertThat(table.closedAt.get("AAPL sampled#1m#2025-10-29T14:02:00Z"))
                .isEqualTo(at("14:09:30"));
    }

    @Test
    void whatChangesNoFigureWritesNothing() {
        process(halfMinutes(14, 0, 10));
        Map<String, SampledBar> before = Map.copyOf(table.bars);

        process(halfMinutes(14, 0, 10));
        process(quote("14:03:00", 999, 5).withSequence(0), halfMinutes(14, 3, 1)[0]);

        assertThat(table.bars).isEqualTo(before);
    }

    @Test
    void aCorrectionRestatesTheBarOfItsMomentWheneverItComes() {
        process(halfMinutes(14, 0, 10));

        process(quote("14:03:30", 42, 1_000 + 70).withSequence(2));
        process(quote("14:03:30", 55, 1_000 + 70).withSequence(1));

        SampledBar corrected = bar("1m", "14:03:00");
        assertThat(corrected.low()).isEqualTo(new BigDecimal("42"));
        assertThat(corrected.quotes()).isEqualTo(2);
        assertThat(corrected.version()).isEqualTo(2);
    }

    @Test
    void aDecreaseRestatesTheBarsThatSaidMore() {
        process(halfMinutes(14, 0, 30));
        int sold = 1_000 + 20;

        process(quote("14:30:00", 100, sold));

        assertThat(bar("1m", "14:00:00").version()).isEqualTo(1);
        assertThat(bar("1m", "14:20:00").volume()).isZero();
        assertThat(bar("1m", "14:20:00").version()).isEqualTo(2);
        assertThat(bar("15m", "14:00:00").volume()).isEqualTo(sold);
    }

    @Test
    void aDecreaseThatIsCorrectedGivesTheVolumesBack() {
        process(halfMinutes(14, 0, 30));
        Map<String, SampledBar> before = Map.copyOf(table.bars);
        process(quote("14:30:00", 100, 5));
        assertThat(bar("15m", "14:00:00").volume()).isEqualTo(5);

        process(quote("14:30:00", 100, 1_600).withSequence(1));

        before.forEach((key, bar) ->
                assertThat(table.bars.get(key))
                        .satisfies(now -> assertThat(now.saysTheSameAs(bar)).isTrue()));
        assertThat(bar("15m", "14:00:00").version()).isEqualTo(3);
    }

    @Test
    void aSessionWithoutAQuoteAtItsCloseIsClosedByTheNextDay() {
        process(quote("19:58:00", 100, 10), quote("19:58:30", 101, 20));
        assertThat(table.bars).isEmpty();

        process(quoteAt(Instant.parse("2025-10-30T13:30:00Z"), 200, 5));

        assertThat(table.bars)
                .containsOnlyKeys(
                        "AAPL sampled#1m#2025-10-29T19:58:00Z",
                        "AAPL sampled#5m#2025-10-29T19:55:00Z",
                        "AAPL sampled#15m#2025-10-29T19:45:00Z",
                        "AAPL sampled#1d#2025-10-29T13:30:00Z");
        assertThat(table.closedAt.values()).containsOnly(Instant.parse("2025-10-30T13:30:00Z"));
    }

    @Test
    void aQuoteAfterHoursClosesTheSessionAndMakesNoBar() {
        process(quote("19:58:00", 100, 10), quote("19:58:30", 101, 20));

        process(quote("20:00:02", 300, 30));
        process(quote("22:00:00", 400, 40));

        assertThat(table.bars)
                .hasSize(4)
                .allSatisfy((_, bar) -> {
                    assertThat(bar.close()).isEqualTo(new BigDecimal("101"));
                    assertThat(bar.version()).isEqualTo(1);
                });
    }

    @Test
    void quotesOfAHolidayAndOfTheTimeBeforeTheCalendarMakeNoBar() {
        process(
                quoteAt(Instant.parse("2025-11-27T15:00:00Z"), 100, 10),
                quoteAt(Instant.parse("2025-11-27T15:30:00Z"), 100, 20),
                quoteAt(Instant.parse("1990-01-01T02:00:00Z"), 100, 20));

        assertThat(table.bars).isEmpty();
    }

    @Test
    void quotesOfAnotherFeedMakeNoBarAndCloseNone() {
        process(quote("14:00:00", 100, 10));

        process(otherFeed("14:00:30", 900), otherFeed("14:30:00", 900));
        assertThat(table.bars).isEmpty();
        process(quote("14:30:00", 100, 20));

        assertThat(bar("15m", "14:00:00").quotes()).isEqualTo(1);
        assertThat(bar("15m", "14:00:00").high()).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void aSessionWhoseQuotesMayHaveExpiredIsNotRestated() {
        process(quote("14:00:00", 100, 10), quote("14:30:00", 100, 20));
        process(quoteAt(Instant.parse("2025-11-24T15:00:00Z"), 100, 5));
        Map<String, SampledBar> before = Map.copyOf(table.bars);

        process(quote("14:00:30", 999, 15));

        assertThat(table.bars).isEqualTo(before);
    }

    @Test
    void aQuietBatchReadsOnePageASymbolAndWritesWhatCloses() {
        process(halfMinutes(14, 0, 60));
        int before = effects.count();

        process(quote("15:00:00", 100, 2_300), quote("15:00:30", 100, 2_310));

        // Quotes into the table, one page, 1m 14:58, and the landing.
        assertThat(effects.count() - before).isEqualTo(4);
    }

    @Test
    void anOldDayThatComesAgainDoesNotReadTheDaysSince() {
        process(halfMinutes(14, 0, 10));
        for (int day = 30; day <= 31; day++) {
            Instant open = Instant.parse("2025-10-%dT13:30:00Z".formatted(day));
            process(
                    IntStream.range(0, 700)
                            .mapToObj(i -> quoteAt(open.plusSeconds(30L * i), 100, 1_000 + i))
                            .toArray(Quote[]::new));
        }
        int before = effects.count();

        process(quote("14:09:00", 777, 1_000 + 180).withSequence(1));

        assertThat(bar("1m", "14:09:00").high()).isEqualTo(new BigDecimal("777"));
        assertThat(bar("1d", "13:30:00").high()).isEqualTo(new BigDecimal("777"));
        assertThat(effects.count() - before).isLessThan(20);
    }

    @Test
    void barsOfOneSymbolAreWrittenOldestFirst() {
        List<Instant> ends = new ArrayList<>();
        RecordingTable recording =
                new RecordingTable(effects) {
                    @Override
                    public Optional<SampledBar> put(SampledBar bar, Instant closedAt) {
                        ends.add(
                                bar.start()
                                        .plus(
                                                bar.timeframe()
                                                        .length()
                                                        .orElse(Duration.ofHours(7))));
                        return super.put(bar, closedAt);
                    }
                };
        table = recording;

        process(halfMinutes(13, 30, 390));

        assertThat(ends).hasSizeGreaterThan(400).isSorted();
    }

    @Test
    void aFailedBarStopsTheBatchAtTheFirstQuoteOfItsSymbol() {
        process(quote("14:00:00", 100, 10), ofOther("14:00:00"));
        effects = new Effects(Map.of(4, Mishap.FAILED_BEFORE));
        RecordingTable again = new RecordingTable(effects);
        again.put(List.copyOf(table.quotes.values()));
        table = again;

        // Calls: 0 the quotes above, 1 quotes, 2 page of AAPL, 3 its bar, 4 page of MSFT.
        BatchOutcome outcome = outcomeOf(quote("14:02:00", 100, 20), ofOther("14:02:00"));

        assertThat(outcome)
                .isEqualTo(
                        new StoppedAt(
                                Records.sequence(number - 1),
                                new Processed(1, 0),
                                "connection refused"));
        assertThat(table.bars).containsOnlyKeys("AAPL sampled#1m#2025-10-29T14:00:00Z");
        process(ofOther("14:02:00"));
        assertThat(table.bars).hasSize(2);
    }

    private void process(Quote... quotes) {
        assertThat(outcomeOf(quotes)).isInstanceOf(Processed.class);
    }

    private BatchOutcome outcomeOf(Quote... quotes) {
        return new QuoteBatch(table, table, new RecordingLake(effects), _ -> {})
                .process(
                        List.of(quotes).stream()
                                .map(quote -> Records.of(number++, quote))
                                .toList());
    }

    private SampledBar bar(String timeframe, String utc) {
        String key = "AAPL sampled#%s#%s%sZ".formatted(timeframe, DAY, utc);
        assertThat(table.bars).containsKey(key);
        return table.bars.get(key);
    }

    private static Instant at(String utc) {
        return Instant.parse(DAY + utc + "Z");
    }

    /// Quotes every half minute with 10 shares each, 1,000 before them.
    private static Quote[] halfMinutes(int hour, int minute, int minutes) {
        Instant first = at("%02d:%02d:00".formatted(hour, minute));
        long before = 1_000 + 20L * minute;
        return IntStream.range(0, 2 * minutes)
                .mapToObj(i -> quoteAt(first.plusSeconds(30L * i), 100, before + 10L * i))
                .toArray(Quote[]::new);
    }

    private static Quote quote(String utc, int price, long volume) {
        return quoteAt(at(utc), price, volume);
    }

    private static Quote otherFeed(String utc, int price) {
        return quoteOf("AAPL", at(utc), price, 7, "delayed");
    }

    private static Quote ofOther(String utc) {
        return quoteOf("MSFT", at(utc), 500, 70, "composite");
    }

    private static Quote quoteAt(Instant time, int price, long volume) {
        return quoteOf("AAPL", time, price, volume, "composite");
    }

    private static Quote quoteOf(String symbol, Instant time, int price, long volume, String feed) {
        return Quote.of(
                Symbol.of(symbol),
                new BigDecimal("200"),
                new BigDecimal("1000"),
                new BigDecimal("1"),
                BigDecimal.valueOf(price),
                new BigDecimal("200"),
                volume,
                time,
                Provider.YAHOO,
                feed);
    }
}
