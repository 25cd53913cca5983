package dev.bellwether.cli.backfill;

import dev.bellwether.cli.demo.IngestReport.SymbolReport;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.market.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks for one symbol after the other, as far as the calls go, and remembers each as soon as it is
/// done.
///
/// @param ingest asks the provider for a symbol
/// @param quota reserves the calls of a symbol; false when the day has not enough left
record BackfillTurns(
        Function<Symbol, SymbolReport> ingest,
        BooleanSupplier quota,
        BackfillMemory memory,
        Progress progress) {
    private static final String QUOTA = "quota-exhausted";
    private static final String REFUSED_KEY = "auth";

    /// What became of each symbol.
    ///
    /// @param before what earlier calls have done
    SequencedMap<Symbol, Turn> run(List<Symbol> symbols, Remembered before) {
        SequencedMap<Symbol, Turn> turns = new LinkedHashMap<>();
        Remembered remembered = before;
        boolean stopped = false;
        for (Symbol symbol : symbols) {
            if (stopped || !quota.getAsBoolean()) {
                stopped = true;
                turns.put(symbol, new Turn.Waiting());
                continue;
            }
            String step = "%d of %d, %s".formatted(turns.size() + 1, symbols.size(), symbol);
            progress.moving("backfill", step);
            SymbolReport report = ingest.apply(symbol);
            stopped = isEndOfCalls(report);
            Turn turn = turn(report);
            turns.put(symbol, turn);
            if (turn instanceof Turn.Asked asked) {
                remembered = remembered.withDone(symbol);
                memory.write(remembered);
                progress.done(
                        "backfill",
                        "%s: %s, %,d bars new or restated"
                                .formatted(step, asked.outcome(), asked.newBars()));
            } else {
                progress.done("backfill", step + ": " + turn.words());
            }
            report.notes().forEach(note -> progress.warning(symbol + ": " + note));
        }
        return turns;
    }

    private static Turn turn(SymbolReport report) {
        if (report.outcome().equals("failed")) {
            return new Turn.Failed(report.reason());
        }
        // Without its splits and dividends a symbol is not done.
        return report.notes().stream()
                .filter(note -> note.contains("could not be had"))
                .findFirst()
                .<Turn>map(Turn.Failed::new)
                .orElseGet(() -> new Turn.Asked(report.outcome(), report.newRows()));
    }

    /// Whether no further call of the key can succeed.
    private static boolean isEndOfCalls(SymbolReport report) {
        return Stream.concat(Stream.of(report.reason()), report.notes().stream())
                .anyMatch(text -> text.contains(QUOTA + ": ") || text.contains(REFUSED_KEY + ": "));
    }
}
