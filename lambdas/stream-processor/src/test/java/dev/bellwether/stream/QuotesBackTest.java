package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotesBackTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Instant SECOND = Instant.parse("2025-10-29T14:00:30Z");
    private static final Quote FULL = Records.quote("AAPL", SECOND, 1);
    private static final Quote FRACTION = Records.quote("AAPL", SECOND.plusMillis(500), 2);

    private final RecordingTable table = new RecordingTable(Effects.undisturbed());

    @Test
    void aSecondThatIsCutByTheEndOfAPageIsNotKnownYet() {
        // "30.5Z" comes before "30Z": the page ends between the two, though the first is the newer.
        put(quotesAfter(QuotesBack.FIRST_PAGE - 1));
        put(List.of(FULL, FRACTION));
        QuotesBack back = QuotesBack.fromNewest(table, AAPL);

        back.readMore();
        assertThat(back.known().from()).isEqualTo(SECOND.plusSeconds(1));
        assertThat(back.known().quotes())
                .hasSize(QuotesBack.FIRST_PAGE - 1)
                .doesNotContain(FULL, FRACTION);

        back.readMore();
        assertThat(back.known().from()).isEqualTo(Instant.MIN);
        assertThat(back.known().quotes())
                .contains(FULL, FRACTION)
                .hasSize(QuotesBack.FIRST_PAGE + 1);
    }

    @Test
    void nothingIsKnownBeforeTheFirstPageAndEverythingOfASymbolWithoutQuotesAfterIt() {
        QuotesBack back = QuotesBack.fromNewest(table, AAPL);
        assertThat(back.known().from()).isEqualTo(Instant.MAX);

        back.readMore();

        assertThat(back.known().from()).isEqualTo(Instant.MIN);
        assertThat(back.hasMore()).isFalse();
    }

    @Test
    void readingCanBeginBeforeASecond() {
        put(quotesAfter(3));
        put(List.of(FULL, FRACTION));
        QuotesBack back = QuotesBack.before(table, AAPL, SECOND.plusSeconds(1));

        back.readMore();

        assertThat(back.known().quotes()).containsExactlyInAnyOrder(FULL, FRACTION);
    }

    private void put(List<Quote> quotes) {
        for (int i = 0; i < quotes.size(); i += QuoteTable.MAX_BATCH) {
            table.put(quotes.subList(i, Math.min(quotes.size(), i + QuoteTable.MAX_BATCH)));
        }
    }

    private static List<Quote> quotesAfter(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Records.quote("AAPL", SECOND.plusSeconds(30L * i), 10 + i))
                .toList();
    }
}
