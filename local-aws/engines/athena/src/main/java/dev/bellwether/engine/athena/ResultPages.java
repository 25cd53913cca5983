package dev.bellwether.engine.athena;

import io.trino.client.direct.DirectTrinoClient;
import io.trino.spi.Page;
import io.trino.spi.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns Trino's pages into rows of text.
///
/// Trino tells the columns several times and from its own threads, always before the first page;
/// the listener hears of them once, on the thread that runs the query.
final class ResultPages implements DirectTrinoClient.QueryResultsListener {
    private record Columns(List<String> names, List<Type> types) {}

    private final RowListener listener;
    private volatile Columns columns = new Columns(List.of(), List.of());
    private boolean columnsTold;

    ResultPages(RowListener listener) {
        this.listener = listener;
    }

    @Override
    public void setOutputColumns(List<String> names, List<Type> types) {
        columns = new Columns(names, types);
    }

    @Override
    public void consumeOutputPage(Page page) {
        tellColumns();
        List<Type> types = columns.types();
        for (int position = 0; position < page.getPositionCount(); position++) {
            List<@Nullable String> row = new ArrayList<>(types.size());
            for (int channel = 0; channel < types.size(); channel++) {
                Object value = types.get(channel).getObjectValue(page.getBlock(channel), position);
                row.add(value == null ? null : value.toString());
            }
            listener.row(row);
        }
    }

    /// To be called when all rows have come, for there may be none.
    void end() {
        tellColumns();
    }

    private void tellColumns() {
        if (!columnsTold) {
            columnsTold = true;
            Columns told = columns;
            listener.columns(
                    told.names(), told.types().stream().map(Type::getDisplayName).toList());
        }
    }
}
