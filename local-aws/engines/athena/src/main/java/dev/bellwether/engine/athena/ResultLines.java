package dev.bellwether.engine.athena;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a result as one JSON value a line.
final class ResultLines implements RowListener {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final OutputStream out;
    private long rows;

    ResultLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void columns(List<String> names, List<String> types) {
        List<Map<String, String>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Map.of("name", names.get(i), "type", types.get(i)));
        }
        line(Map.of("columns", columns));
    }

    @Override
    public void row(List<@Nullable String> values) {
        rows++;
        line(values);
    }

    void end(long bytesScanned, long wallMillis) {
        line(Map.of("rows", rows, "bytesScanned", bytesScanned, "wallMillis", wallMillis));
    }

    void failure(QueryFailure failure) {
        line(failure);
    }

    private void line(Object value) {
        try {
            JSON.writeValue(out, value);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The asker of a query has gone", e);
        }
    }
}
