package dev.bellwether.lake.curate;

import dev.bellwether.lake.action.AppliedSplit;
import java.util.List;

/// The rows of one instrument, each table's in the order of symbol and day.
///
/// @param splits those of `actions` that took effect, each once whoever stated it, by day
public record Curated(
        List<DailyBarRow> dailyBars,
        List<BarRow> allBars,
        List<BarRow> history,
        List<ActionRow> actions,
        List<ConditionRow> conditions,
        List<PriceCaseRow> cases,
        List<AppliedSplit> splits) {
    public Curated {
        dailyBars = List.copyOf(dailyBars);
        allBars = List.copyOf(allBars);
        history = List.copyOf(history);
        actions = List.copyOf(actions);
        conditions = List.copyOf(conditions);
        cases = List.copyOf(cases);
        splits = List.copyOf(splits);
    }
}
