package dev.bellwether.cli.backfill;

import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a backfill came to.
///
/// @param before needs of the symbols in `turns`, and perhaps others
/// @param after as `before`, with the tables made anew
record BackfillResult(
        SequencedMap<Symbol, Turn> turns, List<DailyNeed> before, List<DailyNeed> after) {
    /// Partial when a symbol was not asked for or gave nothing.
    int exitStatus() {
        return turns.values().stream()
                        .anyMatch(
                                turn -> turn instanceof Turn.Failed || turn instanceof Turn.Waiting)
                ? ExitStatus.PARTIAL
                : ExitStatus.OK;
    }

    /// How many symbols wait for calls.
    long waiting() {
        return turns.values().stream().filter(Turn.Waiting.class::isInstance).count();
    }

    /// A row a symbol.
    ResultTable table() {
        Map<Symbol, DailyNeed> was = bySymbol(before);
        Map<Symbol, DailyNeed> is = bySymbol(after);
        List<List<@Nullable String>> rows = new ArrayList<>();
        turns.forEach((symbol, turn) -> {
            DailyNeed none = new DailyNeed(symbol, 0, 0, 0);
            rows.add(row(was.getOrDefault(symbol, none), is.getOrDefault(symbol, none), turn));
        });
        return new ResultTable(
                List.of(
                        "symbol",
                        "missing_before",
                        "missing_after",
                        "degraded_before",
                        "degraded_after",
                        "bars_before",
                        "bars_after",
                        "outcome"),
                rows);
    }

    private static List<@Nullable String> row(DailyNeed was, DailyNeed is, Turn turn) {
        return List.<@Nullable String>of(
                was.symbol().value(),
                Long.toString(was.missing()),
                Long.toString(is.missing()),
                Long.toString(was.degraded()),
                Long.toString(is.degraded()),
                Long.toString(was.bars()),
                Long.toString(is.bars()),
                turn.words());
    }

    private static Map<Symbol, DailyNeed> bySymbol(List<DailyNeed> needs) {
        return needs.stream().collect(Collectors.toMap(DailyNeed::symbol, Function.identity()));
    }
}
