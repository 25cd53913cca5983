package dev.bellwether.lake.curate;

import java.util.List;

/// The rows of one symbol's shorter bars of one day.
///
/// @param conditions one per interval that there are bars of
public record IntradayRows(List<BarRow> bars, List<ConditionRow> conditions) {
    public IntradayRows {
        bars = List.copyOf(bars);
        conditions = List.copyOf(conditions);
    }
}
