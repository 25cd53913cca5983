package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.local.template.GlueTable;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/// The catalog file that the tests of the local Athena run on, and the ETL's against Spark's
/// parser, is what the template declares, with a bucket called `lake-bucket`. Run with
/// `-Dbellwether.update=true` to write it.
final class CatalogFileTest {
    private static final Path FILE =
            Home.find().root().resolve("local-aws/engines/athena/src/test/resources/catalog.json");

    @Test
    void theTestCatalogIsTheTemplates() throws IOException {
        JsonNode declared = catalog(Template.read(Templates.whole().folder()));
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(FILE, declared.toPrettyString() + "\n");
        }

        assertThat(new JsonMapper().readTree(FILE.toFile())).isEqualTo(declared);
    }

    private static JsonNode catalog(Template template) throws IOException {
        ObjectNode catalog = new JsonMapper().createObjectNode();
        ArrayNode databases = catalog.putArray("databases");
        template.databases().forEach(databases::add);
        ArrayNode tables = catalog.putArray("tables");
        template.glueTables().stream()
                .sorted(Comparator.comparing(GlueTable::name))
                .forEach(table ->
                        tables.addObject()
                                .put("database", table.database())
                                .set("table", table.tableInput()));
        String lake = template.buckets().getFirst().name();
        return new JsonMapper()
                .readTree(catalog.toString().replace("s3://" + lake + "/", "s3://lake-bucket/"));
    }
}
