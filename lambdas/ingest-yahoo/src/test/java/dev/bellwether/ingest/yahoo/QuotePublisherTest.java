package dev.bellwether.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotePublisherTest {
    private final ScriptedStream stream = new ScriptedStream();
    private final List<Duration> pauses = new ArrayList<>();
    private final QuotePublisher publisher =
            new QuotePublisher(stream, "Quotes", pauses::add, new Longest());

    @Test
    void onlyRefusedRecordsAreSentAgain() {
        stream.refuses(0, 2).refuses(1);

        publisher.publish(quotes("A", "B", "C", "D"));

        assertThat(stream.calls())
                .containsExactly(List.of("A", "B", "C", "D"), List.of("A", "C"), List.of("C"));
        assertThat(stream.keptKeys()).containsExactly("B", "D", "A", "C");
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void aStreamThatGoesOnRefusingIsAnErrorWithCounts() {
        stream.refusesAll();

        assertThatThrownBy(() -> publisher.publish(quotes("A", "B")))
                .isInstanceOf(QuotesNotPublishedException.class)
                .hasMessage(
                        "Put 2 quotes to stream Quotes failed: 2 left after 5 attempts"
                                + " {ProvisionedThroughputExceededException=2}");
        assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 400L, 800L);
    }

    @Test
    void aCallTakesAtMost500Records() {
        publisher.publish(
                quotes(IntStream.range(0, 501).mapToObj(i -> "S" + i).toArray(String[]::new)));

        assertThat(stream.calls()).extracting(List::size).containsExactly(500, 1);
    }

    @Test
    void nothingIsSentWhereThereIsNothing() {
        publisher.publish(List.of());

        assertThat(stream.calls()).isEmpty();
    }

    private static List<Quote> quotes(String... symbols) {
        return Stream.of(symbols)
                .map(symbol ->
                        Quote.of(
                                Symbol.of(symbol),
                                BigDecimal.ONE,
                                BigDecimal.TWO,
                                BigDecimal.ONE,
                                BigDecimal.TWO,
                                BigDecimal.ONE,
                                5,
                                Instant.parse("2025-10-29T19:59:30Z"),
                                Provider.YAHOO,
                                "composite"))
                .toList();
    }

    /// Draws the longest wait that the backoff allows.
    private static final class Longest implements RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
