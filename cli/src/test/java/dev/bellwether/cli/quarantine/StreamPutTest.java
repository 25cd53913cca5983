package dev.bellwether.cli.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamPutTest {
    private final RecordingStream stream = new RecordingStream();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void moreThanACallTakesGoesInSeveralAndInOrder() {
        List<StreamEntry> entries = entries(1_201);

        assertThat(put().put(entries)).isEmpty();

        assertThat(stream.calls).containsExactly(500, 500, 201);
        assertThat(stream.kept).extracting(entry -> new String(entry.data(), UTF_8)).isSorted();
        assertThat(stream.kept).hasSize(1_201);
    }

    @Test
    void largeRecordsGoInMoreCalls() {
        byte[] million = new byte[1_000_000];
        List<StreamEntry> entries = Collections.nCopies(10, new StreamEntry("AAPL", million));

        put().put(entries);

        assertThat(stream.calls).containsExactly(4, 4, 2);
    }

    @Test
    void onlyWhatWasRefusedIsSentAgain() {
        stream.refusing(i -> i % 2 == 0).refusing(i -> i == 1);

        assertThat(put().put(entries(6))).isEmpty();

        assertThat(stream.calls).containsExactly(6, 3, 1);
        assertThat(stream.kept).hasSize(6);
        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void whatIsRefusedToTheEndIsNamed() {
        stream.refusing(i -> i == 1 || i == 3).refusing(i -> i == 1).refusingAlways(_ -> true);

        assertThat(put().put(entries(4))).containsExactly(3);

        assertThat(stream.kept).hasSize(3);
    }

    private StreamPut put() {
        return new StreamPut(stream, "quotes", pauses::add);
    }

    private static List<StreamEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StreamEntry("AAPL", "%05d".formatted(i).getBytes(UTF_8)))
                .toList();
    }
}
