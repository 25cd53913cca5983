package dev.bellwether.local.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.GlueTable;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The template's Glue resources as the engine reads them:
/// `{"databases":["bellwether"],"tables":[{"database":"bellwether","table":{<TableInput>}}]}`.
/// Nothing is translated: SerDe, projection and view text reach the engine as declared.
///
/// @param databases names; a query that names no database means the first
public record LakeCatalog(List<String> databases, List<GlueTable> tables) {
    public LakeCatalog {
        databases = List.copyOf(databases);
        tables = List.copyOf(tables);
    }

    public static LakeCatalog of(Template template) {
        return new LakeCatalog(template.databases(), template.glueTables());
    }

    void write(Path file) throws IOException {
        ObjectNode catalog = Json.object();
        ArrayNode names = catalog.putArray("databases");
        databases.forEach(names::add);
        ArrayNode entries = catalog.putArray("tables");
        for (GlueTable table : tables) {
            entries.addObject().put("database", table.database()).set("table", table.tableInput());
        }
        Files.write(file, Json.bytes(catalog));
    }
}
