package dev.bellwether.market.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuoteCompactionTest {
    private static final Instant HOUR = Instant.parse("2025-10-29T19:00:00Z");

    @Test
    void anHourOfObjectsIsTheSameBytesHoweverItWasBatchedRepeatedAndOrdered() {
        List<Quote> quotes = quotes();
        byte[] expected = QuoteCompaction.compact(List.of(lines(quotes)));

        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Quote> shuffled = new ArrayList<>(quotes);
            shuffled.addAll(quotes.subList(0, random.nextInt(quotes.size())));
            Collections.shuffle(shuffled, random);
            List<byte[]> objects = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); ) {
                int end = Math.min(shuffled.size(), i + random.nextInt(40));
                objects.add(lines(shuffled.subList(i, end)));
                i = end;
            }

            assertThat(QuoteCompaction.compact(objects)).isEqualTo(expected);
        }
        assertThat(QuoteCompaction.compact(List.of(expected))).isEqualTo(expected);
    }

    @Test
    void linesAreSortedByTimeSymbolProviderFeedAndSequenceEachIdentityOnce() {
        Quote aapl = quote("AAPL", 30, "composite", 10);
        Quote correction = aapl.withSequence(10);
        Quote earlierCorrection = aapl.withSequence(9);
        Quote otherFeed = quote("AAPL", 30, "delayed", 10);
        Quote msft = quote("MSFT", 30, "composite", 10);
        Quote before = quote("NVDA", 0, "composite", 10);

        byte[] lines =
                QuoteCompaction.compact(
                        List.of(
                                lines(List.of(msft, otherFeed, correction)),
                                lines(List.of(earlierCorrection, aapl, before, aapl))));

        assertThat(lines)
                .isEqualTo(
                        lines(
                                List.of(
                                        before,
                                        aapl,
                                        earlierCorrection,
                                        correction,
                                        otherFeed,
                                        msft)));
    }

    @Test
    void ofCopiesThatDifferTheOneThatTheViewShowsStays() {
        Quote less = quote("AAPL", 30, "composite", 10);
        Quote more = quote("AAPL", 30, "composite", 11);
        byte[] withoutSequence =
                new String(lines(List.of(more)), UTF_8)
                        .replace("\"sequence\":0,", "")
                        .getBytes(UTF_8);

        assertThat(QuoteCompaction.compact(List.of(withoutSequence, lines(List.of(less)))))
                .isEqualTo(QuoteCompaction.compact(List.of(lines(List.of(less, more)))))
                .isEqualTo(lines(List.of(more)));
    }

    @Test
    void figuresThatAreEqualButWrittenInTwoWaysComeOutInOne() {
        byte[] one = lines(List.of(quote("AAPL", 30, "composite", 10)));
        byte[] other =
                new String(one, UTF_8)
                        .replace("\"price\":150.0,", "\"price\":150.00,")
                        .getBytes(UTF_8);
        assertThat(other).isNotEqualTo(one);

        assertThat(QuoteCompaction.compact(List.of(one, other)))
                .isEqualTo(QuoteCompaction.compact(List.of(other, one)));
    }

    @Test
    void nothingIsNothingAndABrokenLineIsRefused() {
        assertThat(QuoteCompaction.compact(List.of())).isEmpty();
        assertThatThrownBy(() -> QuoteCompaction.compact(List.of("{\"symbol\"\n".getBytes(UTF_8))))
                .isInstanceOf(InvalidQuoteException.class);
    }

    private static List<Quote> quotes() {
        Random random = new Random(1);
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            quotes.add(
                    quote(
                                    List.of("AAPL", "MSFT", "NVDA").get(random.nextInt(3)),
                                    random.nextInt(3600),
                                    random.nextInt(9) == 0 ? "delayed" : "composite",
                                    // Now and then two payloads under one identity.
                                    random.nextInt(3))
                            .withSequence(random.nextInt(2)));
        }
        quotes.add(quote("AAPL", 7, "composite", 1));
        quotes.add(quote("AAPL", 7, "composite", 2));
        return quotes;
    }

    private static byte[] lines(List<Quote> quotes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        quotes.forEach(quote -> {
            out.writeBytes(QuoteJson.write(quote));
            out.write('\n');
        });
        return out.toByteArray();
    }

    private static Quote quote(String symbol, int second, String feed, long volume) {
        return Quote.of(
                Symbol.of(symbol),
                new BigDecimal("149"),
                new BigDecimal("151"),
                new BigDecimal("148"),
                new BigDecimal("150.0"),
                new BigDecimal("149.5"),
                volume,
                HOUR.plusSeconds(second),
                Provider.YAHOO,
                feed);
    }
}
