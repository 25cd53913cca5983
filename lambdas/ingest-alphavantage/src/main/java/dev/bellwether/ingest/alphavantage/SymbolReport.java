package dev.bellwether.ingest.alphavantage;

import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of one symbol in a run.
///
/// @param rows bars in the lake after the run
/// @param newRows bars of days that were not there before
/// @param rejected rows and bodies put into quarantine
/// @param lastDay newest day in the lake, if it has any
/// @param notes what a reader should know, though nothing failed
/// @param reason why it failed, if it did
/// @param storageProblem the exception behind a failure that another try may mend
record SymbolReport(
        Symbol symbol,
        Outcome outcome,
        int rows,
        int newRows,
        int rejected,
        @Nullable LocalDate lastDay,
        List<String> notes,
        @Nullable String reason,
        @Nullable RuntimeException storageProblem) {

    /// The same with more notes.
    SymbolReport withNotes(List<String> more) {
        return new SymbolReport(
                symbol,
                outcome,
                rows,
                newRows,
                rejected,
                lastDay,
                Stream.concat(notes.stream(), more.stream()).toList(),
                reason,
                storageProblem);
    }

    /// The contract's words for it, in capitals.
    enum Outcome {
        LOADED,
        UNCHANGED,
        /// Loaded or unchanged, but the provider's newest bar is older than the run's day.
        STALE,
        FAILED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
