package dev.bellwether.local.athena;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.GlueTable;
import dev.bellwether.local.wire.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The small lake and the catalog of the engine's own tests, and the engine as its build left it.
final class EngineFixture {
    private static final Path ENGINE = Path.of("../engines/athena").toAbsolutePath().normalize();
    static final Path CATALOG = ENGINE.resolve("src/test/resources/catalog.json");
    static final Path LAKE = ENGINE.resolve("src/test/resources/lake");
    static final Path CLASS_PATH_FILE = ENGINE.resolve("target/engine.classpath");

    private EngineFixture() {}

    static LakeCatalog catalog() throws IOException {
        JsonNode catalog = Json.parse(Files.readAllBytes(CATALOG));
        List<String> databases = new ArrayList<>();
        catalog.path("databases").forEach(name -> databases.add(name.asText()));
        List<GlueTable> tables = new ArrayList<>();
        for (JsonNode entry : catalog.path("tables")) {
            JsonNode input = entry.path("table");
            tables.add(
                    new GlueTable(
                            "Data",
                            "Table" + tables.size(),
                            entry.path("database").asText(),
                            input.path("Name").asText(),
                            input));
        }
        return new LakeCatalog(databases, tables);
    }

    static String classPath() throws IOException {
        return ENGINE.resolve("target/classes")
                + File.pathSeparator
                + Files.readString(CLASS_PATH_FILE).strip();
    }
}
