package dev.bellwether.faults.market;

import dev.bellwether.faults.market.SentRecord.Fate;
import dev.bellwether.faults.market.SentRecord.SentQuote;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// What producers send: quotes of an hour, some late, some twice, some corrected, in half of the
/// feeds those of the evening, and records that are no quotes.
final class QuoteFeed {
    /// The hour has a full one in it, where the lake's objects change.
    private static final Instant START = Instant.parse("2025-10-29T13:35:00Z");

    private static final int SECONDS_BETWEEN = 20;
    private static final int LATEST_SECONDS = 2400;
    private static final int MOST_BACK = 60;
    private static final String OTHER_FEED = "iex";
    private static final Instant CLOSE = Instant.parse("2025-10-29T20:00:00Z");

    private final SplittableRandom random;
    private final List<String> symbols;
    private final List<SentRecord> sent = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private long records;

    QuoteFeed(SplittableRandom random, List<String> symbols) {
        this.random = random;
        this.symbols = symbols;
    }

    List<SentRecord> records(int count) {
        int evening = random.nextBoolean() ? random.nextInt(count * 2 / 3, count) : count;
        while (sent.size() < count) {
            if (sent.size() == evening) {
                symbols.forEach(symbol -> sent.add(evening(symbol)));
            }
            double what = random.nextDouble();
            if (what < 0.05 && !sent.isEmpty()) {
                sent.add(anyOfBefore());
            } else if (what < 0.08) {
                sent.add(noQuote());
            } else if (what < 0.085) {
                sent.add(deadly());
            } else if (what < 0.115) {
                sent.add(correction());
            } else {
                sent.add(quote());
            }
        }
        return sent;
    }

    private SentRecord anyOfBefore() {
        int back = Math.min(sent.size(), MOST_BACK);
        return sent.get(sent.size() - 1 - random.nextInt(back));
    }

    private SentRecord quote() {
        Instant time = START.plusSeconds((long) sent.size() * SECONDS_BETWEEN / symbols.size());
        if (random.nextDouble() < 0.1) {
            time = time.minusSeconds(random.nextInt(LATEST_SECONDS));
        }
        if (random.nextDouble() < 0.1) {
            time = time.plusMillis(500);
        }
        String symbol = symbols.get(random.nextInt(symbols.size()));
        return random.nextDouble() < 0.1
                // So many share a minute that some replace others of their identity.
                ? quote(symbol, time.truncatedTo(ChronoUnit.MINUTES), OTHER_FEED, 0)
                : corrected(symbol, time);
    }

    /// A second quote of a symbol and time corrects the first.
    private SentRecord corrected(String symbol, Instant time) {
        long sequence = sequences.merge(symbol + time, 1L, Long::sum) - 1;
        return quote(symbol, time, SentQuote.PRIMARY, sequence);
    }

    private SentRecord correction() {
        List<SentQuote> primary =
                sent.stream()
                        .flatMap(record -> record.quote().stream())
                        .filter(quote -> quote.feed().equals(SentQuote.PRIMARY))
                        .toList();
        if (primary.isEmpty()) {
            return quote();
        }
        int back = random.nextInt(Math.min(primary.size(), MOST_BACK));
        SentQuote wrong = primary.get(primary.size() - 1 - back);
        return corrected(wrong.symbol(), wrong.at());
    }

    /// Before the session's end, at it, or after it, when a quote is of no bar.
    private SentRecord evening(String symbol) {
        return corrected(symbol, CLOSE.plusSeconds(random.nextInt(-2, 3) * 15L));
    }

    private SentRecord quote(String symbol, Instant time, String feed, long sequence) {
        var quote =
                new SentQuote(
                        symbol,
                        feed,
                        time,
                        sequence,
                        BigDecimal.valueOf(random.nextInt(100_00, 110_00), 2),
                        nextVolume());
        return new SentRecord(symbol, json(quote), Optional.of(quote), Fate.KEPT);
    }

    private long nextVolume() {
        return 1_000_000 + records++;
    }

    private static String json(SentQuote quote) {
        // A producer that corrects nothing may leave the sequence out.
        boolean isCounted = quote.sequence() > 0 || quote.volume() % 2 == 0;
        return ("{\"symbol\":\"%s\",\"open\":105.5,\"high\":112,\"low\":99.5,\"price\":%s,"
                        + "\"previous_close\":100,\"change\":1,\"change_percent\":1.0000,"
                        + "\"volume\":%d,\"timestamp\":\"%s\",\"provider\":\"yahoo\",\"feed\":\"%s\","
                        + "%s\"schema_version\":1}")
                .formatted(
                        quote.symbol(),
                        quote.price(),
                        quote.volume(),
                        quote.at(),
                        quote.feed(),
                        isCounted ? "\"sequence\":%d,".formatted(quote.sequence()) : "");
    }

    private String json(String symbol) {
        return json(
                new SentQuote(
                        symbol,
                        SentQuote.PRIMARY,
                        START,
                        0,
                        BigDecimal.valueOf(105),
                        nextVolume()));
    }

    private SentRecord noQuote() {
        String symbol = symbols.get(random.nextInt(symbols.size()));
        String whole = json(symbol);
        long number = records;
        String data =
                switch (random.nextInt(5)) {
                    case 0 -> "no JSON, number " + number;
                    case 1 -> whole.substring(0, whole.length() / 2) + number;
                    case 2 -> whole.replace("\"low\":99.5", "\"low\":999");
                    case 3 -> whole.replace("\"schema_version\":1", "\"schema_version\":9");
                    default -> whole.replace("\"open\":105.5", "\"open\":1e30");
                };
        return new SentRecord(symbol, data, Optional.empty(), Fate.QUARANTINED);
    }

    private SentRecord deadly() {
        String symbol = DeadlyRecords.MARK + random.nextInt(100);
        return new SentRecord(symbol, json(symbol), Optional.empty(), Fate.GIVEN_UP);
    }
}
