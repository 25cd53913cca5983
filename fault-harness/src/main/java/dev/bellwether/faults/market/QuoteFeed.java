package dev.bellwether.faults.market;

import dev.bellwether.faults.market.SentRecord.Fate;
import dev.bellwether.faults.market.SentRecord.SentQuote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What producers send: quotes of an hour, some late, some twice, some corrected, and records that
/// are no quotes.
final class QuoteFeed {
    /// The hour has a full one in it, where the lake's objects change.
    private static final Instant START = Instant.parse("2025-10-29T13:35:00Z");

    private static final int SECONDS_BETWEEN = 20;
    private static final int LATEST_SECONDS = 2400;

    private final SplittableRandom random;
    private final List<String> symbols;
    private final List<SentRecord> sent = new ArrayList<>();
    private long records;

    QuoteFeed(SplittableRandom random, List<String> symbols) {
        this.random = random;
        this.symbols = symbols;
    }

    List<SentRecord> records(int count) {
        while (sent.size() < count) {
            double what = random.nextDouble();
            if (what < 0.05 && !sent.isEmpty()) {
                sent.add(anyOfBefore());
            } else if (what < 0.08) {
                sent.add(noQuote());
            } else if (what < 0.085) {
                sent.add(deadly());
            } else {
                sent.add(quote());
            }
        }
        return sent;
    }

    private SentRecord anyOfBefore() {
        int back = Math.min(sent.size(), 60);
        return sent.get(sent.size() - 1 - random.nextInt(back));
    }

    private SentRecord quote() {
        Instant time = START.plusSeconds((long) sent.size() * SECONDS_BETWEEN / symbols.size());
        if (random.nextDouble() < 0.1) {
            time = time.minusSeconds(random.nextInt(LATEST_SECONDS));
        }
        String symbol = symbols.get(random.nextInt(symbols.size()));
        long volume = nextVolume();
        String timestamp = time.toString();
        return new SentRecord(
                symbol,
                json(symbol, timestamp, volume, "composite"),
                Optional.of(
                        new SentQuote(
                                String.join("|", symbol, "yahoo", "composite", timestamp), volume)),
                Fate.KEPT);
    }

    private long nextVolume() {
        return 1_000_000 + records++;
    }

    private String json(String symbol, String timestamp, long volume, String feed) {
        String price = "%d.%02d".formatted(random.nextInt(100, 110), random.nextInt(100));
        return ("{\"symbol\":\"%s\",\"open\":105.5,\"high\":112,\"low\":99.5,\"price\":%s,"
                        + "\"previous_close\":100,\"change\":1,\"change_percent\":1.0000,"
                        + "\"volume\":%d,\"timestamp\":\"%s\",\"provider\":\"yahoo\",\"feed\":\"%s\","
                        + "\"schema_version\":1}")
                .formatted(symbol, price, volume, timestamp, feed);
    }

    private SentRecord noQuote() {
        String symbol = symbols.get(random.nextInt(symbols.size()));
        long volume = nextVolume();
        String whole = json(symbol, START.toString(), volume, "composite");
        String data =
                switch (random.nextInt(5)) {
                    case 0 -> "no JSON, number " + volume;
                    case 1 -> whole.substring(0, whole.length() / 2) + volume;
                    case 2 -> whole.replace("\"low\":99.5", "\"low\":999");
                    case 3 -> whole.replace("\"schema_version\":1", "\"schema_version\":9");
                    default -> whole.replace("\"open\":105.5", "\"open\":1e30");
                };
        return new SentRecord(symbol, data, Optional.empty(), Fate.QUARANTINED);
    }

    private SentRecord deadly() {
        String symbol = DeadlyRecords.MARK + random.nextInt(100);
        return new SentRecord(
                symbol,
                json(symbol, START.toString(), nextVolume(), "composite"),
                Optional.empty(),
                Fate.GIVEN_UP);
    }
}
