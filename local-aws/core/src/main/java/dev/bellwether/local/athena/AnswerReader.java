package dev.bellwether.local.athena;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the engine's answer, one JSON value a line: columns, rows, and the figures or the failure.
final class AnswerReader {
    private AnswerReader() {}

    /// @throws QueryException if the engine tells a failure
    /// @throws EOFException if the answer ends before its last line
    static QueryResult read(BufferedReader answer) throws IOException {
        List<QueryResult.Column> columns = List.of();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String text = answer.readLine(); text != null; text = answer.readLine()) {
            JsonNode line = Json.parse(text);
            if (line.isArray()) {
                rows.add(row(line));
            } else if (line.has("columns")) {
                columns = columns(line.path("columns"));
            } else if (line.has("error")) {
                throw failure(line);
            } else {
                return new QueryResult(
                        columns,
                        rows,
                        line.path("bytesScanned").asLong(),
                        Duration.ofMillis(line.path("wallMillis").asLong()));
            }
        }
        throw new EOFException("The answer ends after %d rows".formatted(rows.size()));
    }

    private static List<QueryResult.Column> columns(JsonNode columns) {
        List<QueryResult.Column> read = new ArrayList<>();
        for (JsonNode column : columns) {
            read.add(
                    new QueryResult.Column(
                            column.path("name").asText().toLowerCase(Locale.ROOT),
                            column.path("type").asText()));
        }
        return read;
    }

    private static List<@Nullable String> row(JsonNode line) {
        List<@Nullable String> row = new ArrayList<>(line.size());
        for (JsonNode value : line) {
            row.add(value.isNull() ? null : value.asText());
        }
        return row;
    }

    private static QueryException failure(JsonNode line) {
        return new QueryException(
                line.path("error").asText(),
                line.path("line").asInt(),
                line.path("column").asInt(),
                line.path("message").asText());
    }
}
