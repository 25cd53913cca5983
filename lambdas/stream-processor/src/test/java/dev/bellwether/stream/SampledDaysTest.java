package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Quote;
import dev.bellwether.market.bar.SampledBar;
import dev.bellwether.stream.BatchOutcome.Processed;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole days of quotes, however they come, give the bars that New York's clocks cut them into.
class SampledDaysTest {
    private static final String DAYS =
            """
            2025-10-29, 16:00
            2025-11-28, 13:00
            2025-03-07, 16:00
            2025-03-10, 16:00
            2025-10-31, 16:00
            2025-11-03, 16:00
            """;
    private static final int SEEDS = 3;

    private int number;

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void aDayInOrderIsCutByTheClock(String day, String close) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SyntheticDay market = new SyntheticDay(seed, "AAPL", day, close);
            List<Quote> quotes = market.quotes();

            RecordingTable table = deliver(market.cut(quotes, 12));

            assertThat(figures(table)).isEqualTo(reference(quotes, close)).isNotEmpty();
            assertThat(table.bars.values()).extracting(SampledBar::version).containsOnly(1);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void whatComesWithinTheHorizonInAnyOrderAndAnyCutGivesTheSameBars(String day, String close) {
        SyntheticDay market = new SyntheticDay(7, "AAPL", day, close);
        List<Quote> quotes = market.quotes();
        Map<String, SampledBar> inOrder = deliver(market.cut(quotes, 2)).bars;
        for (int seed = 0; seed < SEEDS; seed++) {
            SyntheticDay disorder = new SyntheticDay(seed, "AAPL", day, close);
            List<Quote> arrivals = disorder.repeated(disorder.lateWithinTheHorizon(quotes));

            RecordingTable table = deliver(disorder.cut(arrivals, 30));

            assertThat(table.bars).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void theBatchingOfAStreamInOrderDoesNotEvenMoveTheTimeOfClosing(String day, String close) {
        SyntheticDay market = new SyntheticDay(11, "AAPL", day, close);
        List<Quote> quotes = market.quotes();
        RecordingTable oneByOne = deliver(market.cut(quotes, 1));

        for (int most : List.of(2, 10, 500, 5000)) {
            RecordingTable table = deliver(market.cut(quotes, most));

            assertThat(table.bars).isEqualTo(oneByOne.bars);
            assertThat(table.closedAt).isEqualTo(oneByOne.closedAt);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void inTheEndNoOrderAndNoCorrectionLeavesOtherFigures(String day, String close) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SyntheticDay market = new SyntheticDay(seed, "AAPL", day, close);
            List<Quote> quotes = market.corrected(market.quotes());

            RecordingTable shuffled = deliver(market.cut(market.inAnyOrder(quotes), 40));
            RecordingTable sorted = deliver(market.cut(byTime(quotes), 3));

            assertThat(figures(shuffled)).isEqualTo(reference(quotes, close));
            assertThat(figures(sorted)).isEqualTo(reference(quotes, close));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = DAYS)
    void atAnyMomentTheClosedBarsAreThoseOfWhatHasCome(String day, String close) {
        SyntheticDay market = new SyntheticDay(3, "AAPL", day, close);
        List<Quote> quotes = market.corrected(market.quotes());
        List<List<Quote>> batches = market.cut(market.lateWithinTheHorizon(quotes), 40);
        RecordingTable table = new RecordingTable(Effects.undisturbed());
        List<Quote> come = new ArrayList<>();
        for (List<Quote> batch : batches) {
            deliver(table, List.of(batch));
            come.addAll(batch);

            assertThat(figures(table)).isEqualTo(reference(come, close));
        }
    }

    @Test
    void whatANightBringsTogetherClosesBothDays() {
        List<Quote> quotes = new SyntheticDay(1, "AAPL", "2025-11-26", "16:00").quotes();
        SyntheticDay next = new SyntheticDay(2, "AAPL", "2025-11-28", "13:00");
        List<Quote> both = new ArrayList<>(quotes);
        both.addAll(next.quotes());

        RecordingTable table = deliver(next.cut(next.inAnyOrder(both), 100));

        Map<String, String> expected = new TreeMap<>(reference(quotes, "16:00"));
        expected.putAll(reference(both.subList(quotes.size(), both.size()), "13:00"));
        assertThat(figures(table)).isEqualTo(expected);
    }

    private static List<Quote> byTime(List<Quote> quotes) {
        return quotes.stream()
                .sorted(Comparator.comparing(Quote::timestamp).thenComparing(Quote::sequence))
                .toList();
    }

    private RecordingTable deliver(List<List<Quote>> batches) {
        RecordingTable table = new RecordingTable(Effects.undisturbed());
        deliver(table, batches);
        return table;
    }

    private void deliver(RecordingTable table, List<List<Quote>> batches) {
        QuoteBatch function =
                new QuoteBatch(table, table, new RecordingLake(Effects.undisturbed()), _ -> {});
        for (List<Quote> batch : batches) {
            assertThat(
                            function.process(
                                    batch.stream()
                                            .map(quote -> Records.of(number++, quote))
                                            .toList()))
                    .isInstanceOf(Processed.class);
        }
    }

    private static Map<String, String> figures(RecordingTable table) {
        Map<String, String> figures = new TreeMap<>();
        table.bars.forEach((key, bar) ->
                figures.put(key.substring(key.indexOf(' ') + 1), ClockBars.figures(bar)));
        return figures;
    }

    private static Map<String, String> reference(List<Quote> quotes, String close) {
        Instant newest =
                quotes.stream().map(Quote::timestamp).max(Comparator.naturalOrder()).orElseThrow();
        return ClockBars.of(quotes, LocalTime.parse(close), newest);
    }
}
