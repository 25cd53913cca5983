package dev.bellwether.market.lake;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The keys of the lake's objects. A key depends on what the object is about, never on when it is
/// written, so that whoever tries again rewrites the same object.
public final class LakeLayout {
    /// Daily bars, one object a symbol.
    public static final String DAILY_BARS_PREFIX = "bars/daily/";

    /// Rejected records, one folder a market day.
    public static final String QUARANTINE_PREFIX = "quarantine/";

    /// Rejected records that were put back into the stream later; the rest of the key is the same.
    public static final String REDRIVEN_PREFIX = "quarantine-redriven/";

    private static final int HASH_DIGITS = 12;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH", Locale.ROOT);
    private static final DateTimeFormatter COMPACT_INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private LakeLayout() {}

    /// The daily bars of a symbol.
    public static String dailyBarsKey(Symbol symbol) {
        return DAILY_BARS_PREFIX + symbol + ".csv";
    }

    /// A provider's answer as it was received, redacted.
    ///
    /// @param scheduled market time of the run
    /// @param sha256 hex digits of the stored bytes' SHA-256, at least 12
    /// @param extension `body` for the bytes, `json` for what is known about them
    public static String rawKey(
            Provider provider,
            LocalDate runDay,
            Symbol symbol,
            Instant scheduled,
            String sha256,
            String extension) {
        return "raw/%s/dt=%s/%s-%s-%s.%s"
                .formatted(
                        provider.id(),
                        runDay,
                        symbol,
                        COMPACT_INSTANT.format(scheduled),
                        sha256.substring(0, HASH_DIGITS),
                        extension);
    }

    /// A batch of quotes out of one shard of the stream.
    ///
    /// @param quoteTime time of the quotes; their New York date and hour make the folders
    /// @param firstSequenceNumber sequence number of the first of them
    public static String quotesKey(Instant quoteTime, String shardId, String firstSequenceNumber) {
        ZonedDateTime local = quoteTime.atZone(TradingCalendar.ZONE);
        return "quotes/dt=%s/hour=%s/%s-%s.json"
                .formatted(local.toLocalDate(), HOUR.format(local), shardId, firstSequenceNumber);
    }

    /// An alert.
    public static String alertKey(LocalDate barDay, String alertId) {
        return "alerts/dt=%s/%s.json".formatted(barDay, alertId);
    }

    /// The predictions made after a day.
    public static String predictionsKey(LocalDate runDay) {
        return "predictions/dt=%s/predictions.csv".formatted(runDay);
    }

    /// How the models did that made the predictions of a day.
    public static String scoresKey(LocalDate runDay) {
        return "scores/dt=%s/scores.csv".formatted(runDay);
    }

    /// Rejected records.
    public static String quarantineKey(LocalDate marketDate, String source, String id) {
        return QUARANTINE_PREFIX + "dt=%s/%s-%s.json".formatted(marketDate, source, id);
    }
}
