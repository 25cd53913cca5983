package dev.bellwether.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The declarations of the catalog, read by another parser than the one that deploys them, say what
/// is deployed: infra-cdk's CatalogFileTest holds `catalog.json` to the template.
final class CatalogTest {
    private static final Path CATALOG =
            Path.of("../local-aws/engines/athena/src/test/resources/catalog.json");
    private static final Pattern VIEW =
            Pattern.compile(
                    "(?s).*-- Columns:\n(?<columns>(?:--   [^\n]+\n)+)CREATE OR REPLACE VIEW .*");

    static List<String> tables() throws IOException {
        return names("CREATE EXTERNAL TABLE");
    }

    static List<String> views() throws IOException {
        return names("CREATE OR REPLACE VIEW");
    }

    private static List<String> names(String statement) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : DdlTable.files()) {
            if (Files.readString(file).contains("\n" + statement + " ")) {
                names.add(file.getFileName().toString().replace(".sql", ""));
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatSparkReadsOfATableIsWhatIsDeployed(String name) throws IOException {
        assertThat(DdlTable.read(DdlTable.file(name))).isEqualTo(deployed(name));
    }

    @ParameterizedTest
    @MethodSource("views")
    void theColumnsOfAViewAreTheDeployedOnes(String name) throws IOException {
        Matcher view = VIEW.matcher(Files.readString(DdlTable.file(name)));
        assertThat(view.matches()).isTrue();
        List<String> columns = new ArrayList<>();
        for (StructField field :
                new CatalystSqlParser()
                        .parseTableSchema(view.group("columns").replace("--", ""))
                        .fields()) {
            columns.add(field.name() + " " + field.dataType().catalogString());
        }

        assertThat(columns)
                .isEqualTo(columns(catalog().get(name).at("/StorageDescriptor/Columns")));
    }

    @ParameterizedTest
    @MethodSource("views")
    void sparkReadsEachViewButTheOneInTrinosOwnWords(String name) throws IOException {
        String statement = DdlTable.statement(DdlTable.file(name));

        if (name.equals("quotes")) { // AT TIME ZONE
            assertThatThrownBy(() -> new SparkSqlParser().parsePlan(statement))
                    .isInstanceOf(ParseException.class);
        } else {
            assertThat(new SparkSqlParser().parsePlan(statement).nodeName())
                    .isEqualTo("CreateView");
        }
    }

    @Test
    void everyFileIsDeployedAndNothingElse() throws IOException {
        List<String> declared = new ArrayList<>(tables());
        declared.addAll(views());

        assertThat(catalog().keySet()).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(DdlTable.files()).hasSameSizeAs(declared);
    }

    @Test
    void noTableIsPartitionedByAnythingButTheDay() throws IOException {
        for (String name : tables()) {
            DdlTable table = DdlTable.read(DdlTable.file(name));
            assertThat(table.partitionColumns()).isSubsetOf("dt string", "hour string");
            assertThat(table.properties().keySet())
                    .filteredOn(key -> key.startsWith("projection."))
                    .noneMatch(key -> key.contains("symbol"));
        }
    }

    private static DdlTable deployed(String name) throws IOException {
        JsonNode table = catalog().get(name);
        JsonNode storage = table.path("StorageDescriptor");
        Map<String, String> properties = texts(table.path("Parameters"));
        properties.remove("EXTERNAL");
        return new DdlTable(
                table.path("Name").asText(),
                columns(storage.path("Columns")),
                columns(table.path("PartitionKeys")),
                storage.at("/SerdeInfo/SerializationLibrary").asText(),
                texts(storage.at("/SerdeInfo/Parameters")),
                storage.path("InputFormat").asText(),
                storage.path("OutputFormat").asText(),
                storage.path("Location").asText(),
                properties);
    }

    private static Map<String, JsonNode> catalog() throws IOException {
        Map<String, JsonNode> tables = new TreeMap<>();
        for (JsonNode entry : new JsonMapper().readTree(CATALOG.toFile()).path("tables")) {
            tables.put(entry.at("/table/Name").asText(), entry.path("table"));
        }
        return tables;
    }

    private static List<String> columns(JsonNode columns) {
        List<String> found = new ArrayList<>();
        columns.forEach(column ->
                found.add(column.path("Name").asText() + " " + column.path("Type").asText()));
        return found;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(property -> texts.put(property.getKey(), property.getValue().asText()));
        return texts;
    }
}
