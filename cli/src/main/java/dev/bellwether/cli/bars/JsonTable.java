package dev.bellwether.cli.bars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Alpha Vantage's JSON: `Meta Data` and one object a day under `Time Series (...)`, or an array
/// `data` of objects, as its splits are. Read token by token, so that lines are known and no row is
/// lost to an equal key.
final class JsonTable {
    /// What the key of a row becomes.
    private static final String KEY_COLUMN = "timestamp";

    private final Path file;
    private final JsonParser json;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<String> otherKeys = new ArrayList<>();
    private @Nullable String symbol;
    private @Nullable String failure;
    private boolean found;

    private JsonTable(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    static FileTable read(Path file, String text) throws BadFileException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            return new JsonTable(file, json).read();
        } catch (JsonProcessingException e) {
            throw new BadFileException(
                    file,
                    "is no JSON: line %d: %s"
                            .formatted(e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading JSON out of memory failed", e);
        }
    }

    private FileTable read() throws IOException, BadFileException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadFileException(file, "is JSON, but no object with a time series");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            readEntry(json.currentName(), json.nextToken());
        }
        if (!found) {
            throw new BadFileException(file, problem());
        }
        return table();
    }

    private void readEntry(String key, JsonToken value) throws IOException {
        if (key.startsWith("Time Series") && value == JsonToken.START_OBJECT) {
            found = true;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                readRow(json.currentName());
            }
        } else if (key.equals("data") && value == JsonToken.START_ARRAY) {
            found = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                addRow(json.currentTokenLocation().getLineNr(), new LinkedHashMap<>());
            }
        } else if (key.equals("Meta Data") && value == JsonToken.START_OBJECT) {
            symbol = texts().get("symbol");
        } else if (key.equals("symbol") && value.isScalarValue()) {
            symbol = json.getText();
        } else if (FailureBody.isEnvelope(key) && value == JsonToken.START_OBJECT) {
            otherKeys.add(key);
            readEnvelope(key);
        } else if (FailureBody.isFailure(key)) {
            failure = key + (value.isScalarValue() ? ": " + json.getText() : "");
            json.skipChildren();
        } else {
            otherKeys.add(key);
            json.skipChildren();
        }
    }

    private void readEnvelope(String key) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isError = json.currentName().equals("error");
            if (json.nextToken() == JsonToken.START_OBJECT && isError) {
                failure = key + ": " + texts();
            } else {
                json.skipChildren();
            }
        }
    }

    private void readRow(String key) throws IOException {
        long line = json.currentTokenLocation().getLineNr();
        json.nextToken();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(KEY_COLUMN, key);
        addRow(line, row);
    }

    private void addRow(long line, Map<String, String> row) throws IOException {
        row.putAll(texts());
        rows.add(row);
        lines.add(line);
    }

    /// The scalars of the object that begins here.
    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return texts;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = FileTable.columnName(json.currentName());
            if (json.nextToken().isScalarValue()) {
                texts.put(name, json.getText().strip());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    private String problem() {
        return failure == null
                ? "is JSON without a time series; it has %s".formatted(otherKeys)
                : "is the failure body of a provider, not prices (%s)"
                        .formatted(FailureBody.excerpt(failure));
    }

    private FileTable table() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<FileTable.Row> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            cells.add(
                    new FileTable.Row(
                            lines.get(i),
                            columns.stream().map(name -> row.getOrDefault(name, "")).toList()));
        }
        return new FileTable(file, List.copyOf(columns), cells, Optional.ofNullable(symbol));
    }
}
