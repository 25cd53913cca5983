package dev.bellwether.engine.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A copy of the fixture lake with an engine on it.
final class TestLake implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src/test/resources");

    static final Path CATALOG = RESOURCES.resolve("catalog.json");

    private final Path folder;
    private final AthenaEngine engine;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestLake(Path folder, AthenaEngine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /// @param tables rows of Parquet tables, see [ParquetTables]
    static TestLake open(Path scratch, Map<String, List<String>> tables) throws IOException {
        Path folder = scratch.resolve("s3");
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("lake"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(RESOURCES.resolve("lake").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        if (!tables.isEmpty()) {
            try (var parquet = ParquetTables.open(folder, CATALOG, scratch.resolve("writer"))) {
                tables.forEach(parquet::write);
            }
        }
        return new TestLake(folder, AthenaEngine.start(folder, CATALOG, scratch.resolve("work")));
    }

    Path object(String key) {
        return folder.resolve("lake-bucket").resolve(key);
    }

    int port() {
        return engine.port();
    }

    /// The lines of an answer: columns, rows, end or failure.
    List<JsonNode> answer(String sql) {
        try {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:%d/query".formatted(port())))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            JSON.createObjectNode().put("sql", sql).toString()))
                            .build();
            List<JsonNode> lines = new ArrayList<>();
            for (String line :
                    http.send(request, HttpResponse.BodyHandlers.ofLines()).body().toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Rows as text, values parted by `|`, NULL as `null`.
    List<String> rows(String sql) {
        List<JsonNode> lines = answer(sql);
        JsonNode end = lines.getLast();
        if (end.has("error")) {
            throw new AssertionError(end.path("message").asText());
        }
        List<String> rows = new ArrayList<>();
        for (JsonNode line : lines.subList(1, lines.size() - 1)) {
            List<String> values = new ArrayList<>();
            line.forEach(value -> values.add(value.asText()));
            rows.add(String.join("|", values));
        }
        return rows;
    }

    List<String> columns(String sql) {
        List<String> columns = new ArrayList<>();
        for (JsonNode column : answer(sql).getFirst().path("columns")) {
            columns.add(column.path("name").asText() + " " + column.path("type").asText());
        }
        return columns;
    }

    JsonNode failure(String sql) {
        JsonNode end = answer(sql).getLast();
        if (!end.has("error")) {
            throw new AssertionError("No failure but " + end);
        }
        return end;
    }

    long bytesScanned(String sql) {
        return answer(sql).getLast().path("bytesScanned").asLong();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        http.close();
    }
}
