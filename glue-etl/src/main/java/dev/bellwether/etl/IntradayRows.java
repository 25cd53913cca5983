package dev.bellwether.etl;

import dev.bellwether.lake.curate.BarRow;
import dev.bellwether.lake.curate.ConditionRow;
import java.util.List;

/// The rows of the bars within one symbol's trading day.
record IntradayRows(List<BarRow> bars, List<ConditionRow> conditions) {
    IntradayRows {
        bars = List.copyOf(bars);
        conditions = List.copyOf(conditions);
    }
}
