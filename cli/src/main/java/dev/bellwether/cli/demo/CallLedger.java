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
public record CallLedger(StateFolder state) {
    /// A free key's quota.
    public static final int CALLS_A_DAY = 25;

    /// A free key needs two for a symbol's first load: the full history is refused, then the newest
    /// hundred days are asked for.
    private static final int CALLS_A_SYMBOL = 2;

    /// Splits and dividends of the symbol whose turn it is.
    private static final int CALLS_FOR_ACTIONS = 2;

    /// What one symbol's bars, splits and dividends may need.
    public static final int CALLS_OF_A_BACKFILL = CALLS_A_SYMBOL + CALLS_FOR_ACTIONS;

    /// Reserves the calls of a run. Throws [FailedException] when the day has not enough left.
    void reserve(int symbols, Instant now) {
        int wanted = symbols * CALLS_A_SYMBOL + CALLS_FOR_ACTIONS;
        if (!tryReserve(wanted, CALLS_A_DAY, now)) {
            throw new FailedException(
                    "A free Alpha Vantage key has %d calls a day; %d are used and this run may need %d. Name fewer symbols with --symbols, or wait for tomorrow."
                            .formatted(CALLS_A_DAY, used(now), wanted));
        }
    }

    /// Reserves calls, if the day has as many left.
    ///
    /// @param quota calls a day
    /// @param now whose day in UTC it is
    /// @return whether they are reserved
    public boolean tryReserve(int calls, int quota, Instant now) {
        int made = used(now);
        if (quota - made < calls) {
            return false;
        }
        Path file = file(now);
        try {
            Files.writeString(file, Integer.toString(made + calls) + "\n");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Counting calls in " + file + " failed", e);
        }
    }

    /// How many calls of the day are reserved.
    public int used(Instant now) {
        Path file = file(now);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Counting calls in " + file + " failed", e);
        }
    }

    private Path file(Instant now) {
        return state.path()
                .resolve("alphavantage-calls-" + LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
