package dev.bellwether.cli.backfill;

import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How far a backfill has come.
///
/// @param horizon newest closed session: with the next one everything may be asked for again
/// @param done symbols whose answers lie in the raw zone
/// @param curated those of them that the tables have been made of
record Remembered(LocalDate horizon, List<Symbol> done, List<Symbol> curated) {
    Remembered {
        done = List.copyOf(done);
        curated = List.copyOf(curated);
    }

    /// Before the first symbol.
    static Remembered nothing(LocalDate horizon) {
        return new Remembered(horizon, List.of(), List.of());
    }

    /// With one symbol more.
    Remembered withDone(Symbol symbol) {
        Set<Symbol> all = new LinkedHashSet<>(done);
        all.add(symbol);
        return new Remembered(horizon, List.copyOf(all), curated);
    }

    /// With tables made of all that is done.
    Remembered withTables() {
        return new Remembered(horizon, done, done);
    }

    /// Whether the tables lack what is in the raw zone.
    boolean lacksTables() {
        return !curated.containsAll(done);
    }
}
