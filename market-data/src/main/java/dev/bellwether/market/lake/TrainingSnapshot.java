package dev.bellwether.market.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// A training set of the lake: what a training job is given, and never changes afterwards.
///
/// @param sha256 64 hex digits over the names and contents of its files; equal sets have equal ones
/// @param lastDay newest trading day of which it has a bar
/// @param knownAt when the newest of what it holds was known
/// @param symbols how many symbols have bars in it
public record TrainingSnapshot(String sha256, LocalDate lastDay, Instant knownAt, int symbols) {
    /// Key of the object that names the newest set.
    public static final String LATEST_KEY = "training/latest.json";

    /// Below it lie the sets.
    public static final String SETS_PREFIX = "training/sets/";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int ID_DIGITS = 16;

    public TrainingSnapshot {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'%s' is no SHA-256".formatted(sha256));
        }
        if (symbols < 1) {
            throw new IllegalArgumentException("A training set has bars of a symbol at least");
        }
    }

    /// The set's name in keys: the first 16 digits of its hash.
    public String id() {
        return sha256.substring(0, ID_DIGITS);
    }

    /// Below it lie the bars, `<symbol>.csv` in the form of
    /// [dev.bellwether.market.wire.DailyBarsCsv].
    public String barsPrefix() {
        return SETS_PREFIX + id() + "/" + TrainingSetHash.BARS;
    }

    /// Below it lie `splits.csv` and `conditions.csv` in the form of
    /// [dev.bellwether.market.wire.FactsCsv].
    public String factsPrefix() {
        return SETS_PREFIX + id() + "/" + TrainingSetHash.FACTS;
    }
}
