package dev.bellwether.cli.demo;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Counts the calls that live runs may make, so that a free key's 25 a day are not exceeded. Calls
/// are reserved before they are made: one that fails counts as well.
///
/// @param state folder that keeps the count
record CallLedger(StateFolder state) {
    private static final int CALLS_A_DAY = 25;

    /// A free key needs two for a symbol's first load: the full history is refused, then the newest
    /// hundred days are asked for.
    private static final int CALLS_A_SYMBOL = 2;

    /// Splits and dividends of the symbol whose turn it is.
    private static final int CALLS_FOR_ACTIONS = 2;

    /// Reserves the calls of a run. Throws [FailedException] when the day has not enough left.
    void reserve(int symbols, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Path file = state.path().resolve("alphavantage-calls-" + today);
        int wanted = symbols * CALLS_A_SYMBOL + CALLS_FOR_ACTIONS;
        try {
            int made = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            if (made + wanted > CALLS_A_DAY) {
                throw new FailedException(
                        "A free Alpha Vantage key has %d calls a day; %d are used and this run may need %d. Name fewer symbols with --symbols, or wait for tomorrow."
                                .formatted(CALLS_A_DAY, made, wanted));
            }
            Files.writeString(file, Integer.toString(made + wanted) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Counting calls in " + file + " failed", e);
        }
    }
}
