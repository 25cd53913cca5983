package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Quote;
import dev.bellwether.stream.CheckedRecord.Accepted;
import dev.bellwether.stream.CheckedRecord.Rejected;
import dev.bellwether.stream.Effects.Mishap;
import dev.bellwether.stream.ShardReader.Retry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever write goes wrong, and however the stream brings the records again, the lake holds each
/// quote of the stream once, the table the last figures of each identity, and quarantine the rest;
/// and what is acknowledged is durable by then.
class InterruptedBatchTest {
    private static final int RECORDS = 30;

    /// Bars have a test of their own. This table has no quotes, and so never any bars.
    private static final BarTable NO_BARS = new RecordingTable(Effects.undisturbed());

    /// Two symbols around a full hour whose quotes alternate, repeats of identities, and records
    /// that are no quotes.
    private static final List<StreamRecord> STREAM = stream();

    private static final Map<StreamRecord, CheckedRecord> CHECKED =
            STREAM.stream().collect(Collectors.toMap(Function.identity(), RecordCheck::check));

    private static final Expected WHOLE = Expected.of(STREAM);

    @ParameterizedTest
    @EnumSource(Retry.class)
    void anyOneWriteMayGoWrong(Retry retry) {
        int writes = deliver(Map.of(), retry);
        assertThat(writes).isGreaterThan(5);
        for (int number = 0; number < writes; number++) {
            for (Mishap mishap : Mishap.values()) {
                deliver(Map.of(number, mishap), retry);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Retry.class)
    void anyTwoWritesMayGoWrong(Retry retry) {
        int writes = deliver(Map.of(), retry) + 4;
        for (int first = 0; first < writes; first++) {
            for (int second = first + 1; second < writes; second++) {
                for (Mishap one : Mishap.values()) {
                    for (Mishap other : List.of(Mishap.KILLED_AFTER, Mishap.FAILED_BEFORE)) {
                        deliver(Map.of(first, one, second, other), retry);
                    }
                }
            }
        }
    }

    @Test
    void everyFifthWriteMayGoWrongForAWhile() {
        Map<Integer, Mishap> mishaps = new HashMap<>();
        for (int number = 0; number < 200; number += 5) {
            mishaps.put(number, Mishap.values()[number / 5 % Mishap.values().length]);
        }
        deliver(mishaps, Retry.BISECTED);
    }

    @Test
    void theSameBatchDeliveredTwiceChangesNothing() {
        Effects effects = Effects.undisturbed();
        RecordingTable table = new RecordingTable(effects);
        RecordingLake lake = new RecordingLake(effects);
        QuoteBatch batch = new QuoteBatch(table, NO_BARS, lake, _ -> {});
        batch.process(STREAM);
        Map<String, String> objects = Map.copyOf(lake.objects);
        Map<String, Quote> quotes = Map.copyOf(table.quotes);

        batch.process(STREAM);

        assertThat(lake.objects).isEqualTo(objects);
        assertThat(table.quotes).isEqualTo(quotes);
    }

    /// Answers with the number of writes that it took.
    private static int deliver(Map<Integer, Mishap> mishaps, Retry retry) {
        String how = "%s, %s".formatted(mishaps, retry);
        Effects effects = new Effects(mishaps);
        RecordingTable table = new RecordingTable(effects);
        RecordingLake lake = new RecordingLake(effects);
        List<StreamRecord> acknowledged = new ArrayList<>();
        new ShardReader(
                        new QuoteBatch(table, NO_BARS, lake, _ -> {}),
                        retry,
                        records -> {
                            acknowledged.addAll(records);
                            assertDurable(how, Expected.of(acknowledged), table, lake);
                        })
                .deliver(STREAM);

        assertThat(acknowledged).as(how).isEqualTo(STREAM);
        assertThat(lake.quoteLines().stream().sorted().toList())
                .as(how)
                .isEqualTo(WHOLE.sortedLines());
        assertThat(table.quotes).as(how).isEqualTo(WHOLE.lastByIdentity);
        assertThat(Set.copyOf(lake.quarantineKeys())).as(how).isEqualTo(WHOLE.quarantineKeys);
        lake.objects.tailMap("quotes/").forEach(InterruptedBatchTest::assertStreamOrder);
        return effects.count();
    }

    private static void assertDurable(
            String how, Expected acknowledged, RecordingTable table, RecordingLake lake) {
        assertThat(Set.copyOf(lake.quoteLines()).containsAll(acknowledged.lines)).as(how).isTrue();
        assertThat(table.quotes.keySet().containsAll(acknowledged.lastByIdentity.keySet()))
                .as(how)
                .isTrue();
        assertThat(lake.quarantineKeys().containsAll(acknowledged.quarantineKeys)).as(how).isTrue();
    }

    private static void assertStreamOrder(String key, String body) {
        List<Integer> places = body.lines().map(InterruptedBatchTest::placeOf).toList();
        assertThat(places).as(key).isSorted();
        assertThat(key).endsWith("-" + Records.sequence(places.getFirst()) + ".json");
    }

    private static int placeOf(String line) {
        int start = line.indexOf("\"volume\":") + "\"volume\":".length();
        return Integer.parseInt(line.substring(start, line.indexOf(',', start)));
    }

    private static List<StreamRecord> stream() {
        List<StreamRecord> records = new ArrayList<>();
        Instant fullHour = Instant.parse("2025-10-29T19:00:00Z");
        for (int i = 0; i < RECORDS; i++) {
            boolean earlier = i < RECORDS / 3 || i < 2 * RECORDS / 3 && i % 2 == 0;
            Instant time = fullHour.plusSeconds((earlier ? -30L : 30L) * (1 + i / 8));
            records.add(
                    i % 16 == 5
                            ? Records.raw(
                                    i, "{\"timestamp\":\"%s\",\"place\":%d}".formatted(time, i))
                            : Records.of(i, Records.quote(i % 3 == 0 ? "AAPL" : "MSFT", time, i)));
        }
        return List.copyOf(records);
    }

    private record Expected(
            List<String> lines, Map<String, Quote> lastByIdentity, Set<String> quarantineKeys) {
        static Expected of(List<StreamRecord> records) {
            Expected expected = new Expected(new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
            for (StreamRecord record : records) {
                switch (CHECKED.get(record)) {
                    case Accepted(_, Quote quote) -> {
                        expected.lines.add(new String(record.data(), StandardCharsets.UTF_8));
                        expected.lastByIdentity.put(quote.identity(), quote);
                    }
                    case Rejected(_, var rejected) ->
                            expected.quarantineKeys.add(
                                    "quarantine/dt=2025-10-29/stream-processor-%s.json"
                                            .formatted(rejected.id()));
                }
            }
            return expected;
        }

        List<String> sortedLines() {
            return lines.stream().sorted().toList();
        }
    }
}
