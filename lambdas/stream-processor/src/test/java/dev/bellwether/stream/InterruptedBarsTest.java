package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Quote;
import dev.bellwether.stream.Effects.Mishap;
import dev.bellwether.stream.ShardReader.Retry;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever call goes wrong, and however the stream brings the records again, the bars in the end
/// are those of the quotes.
class InterruptedBarsTest {
    private static final SyntheticDay DAY = new SyntheticDay(4, "AAPL", "2025-11-28", "13:00");

    /// The last half hour before an early close and some minutes after it, late quotes, corrections
    /// and decreases among them.
    private static final List<Quote> QUOTES =
            DAY.lateWithinTheHorizon(
                    DAY.corrected(DAY.quotes()).stream()
                            .filter(quote ->
                                    quote.timestamp().isAfter(DAY.at(LocalTime.of(12, 30))))
                            .toList());

    private static final List<StreamRecord> STREAM =
            IntStream.range(0, QUOTES.size()).mapToObj(i -> Records.of(i, QUOTES.get(i))).toList();

    private static final Map<String, String> EXPECTED =
            ClockBars.of(
                    QUOTES,
                    LocalTime.of(13, 0),
                    QUOTES.stream()
                            .map(Quote::timestamp)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());

    @ParameterizedTest
    @EnumSource(Retry.class)
    void anyOneCallMayGoWrong(Retry retry) {
        int calls = deliver(Map.of(), retry);
        assertThat(calls).isGreaterThan(40);
        for (int number = 0; number < calls; number++) {
            for (Mishap mishap : Mishap.values()) {
                deliver(Map.of(number, mishap), retry);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Retry.class)
    void aKillAndAFailureAfterItMayHitAnyTwoCalls(Retry retry) {
        int calls = deliver(Map.of(), retry) + 10;
        for (int first = 0; first < calls; first++) {
            for (int second = first + 1; second < calls; second += 7) {
                deliver(Map.of(first, Mishap.KILLED_AFTER, second, Mishap.FAILED_AFTER), retry);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Retry.class)
    void everySeventhCallMayGoWrongForAWhile(Retry retry) {
        Map<Integer, Mishap> mishaps = new HashMap<>();
        for (int number = 0; number < 200; number += 7) {
            mishaps.put(number, Mishap.values()[number / 7 % Mishap.values().length]);
        }
        deliver(mishaps, retry);
    }

    private static int deliver(Map<Integer, Mishap> mishaps, Retry retry) {
        Effects effects = new Effects(mishaps);
        RecordingTable table = new RecordingTable(effects);
        QuoteBatch function = new QuoteBatch(table, table, new RecordingLake(effects), _ -> {});
        List<StreamRecord> acknowledged = new ArrayList<>();
        ShardReader reader = new ShardReader(function, retry, acknowledged::addAll);
        for (int i = 0; i < STREAM.size(); i += 25) {
            reader.deliver(STREAM.subList(i, Math.min(STREAM.size(), i + 25)));
        }

        Map<String, String> figures = new TreeMap<>();
        table.bars.forEach(
                (key, bar) -> figures.put(key.substring("AAPL ".length()), ClockBars.figures(bar)));
        assertThat(acknowledged).isEqualTo(STREAM);
        assertThat(figures).as("%s, %s", mishaps, retry).isEqualTo(EXPECTED);
        return effects.count();
    }
}
