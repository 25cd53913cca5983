package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.Templates.Declared;
import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The whole of the data catalog as the template declares it, against
/// docs/reference/lake-tables.md: nothing but AWS itself would say that one of its properties is
/// wrong.
final class LakeTablesTemplateTest {
    private static final Pattern TABLE =
            Pattern.compile("\\| `(\\w+)` \\| `<lake>/([^`]+)/` \\| ([^|]+) \\| (none|`dt`) \\|");
    private static final String REFERENCE = reference();

    private final Templates templates = Templates.whole();

    /// A table as the reference has it.
    private record Reference(String name, String prefix, String form, boolean byDay) {
        List<String> columns() {
            Matcher columns = Pattern.compile("\\* `" + name + "`: `([^`]+)`").matcher(REFERENCE);
            assertThat(columns.find()).isTrue();
            return List.of(columns.group(1).split(",\\s+"));
        }
    }

    private static List<Reference> references() {
        return TABLE.matcher(REFERENCE)
                .results()
                .map(row ->
                        new Reference(
                                row.group(1),
                                row.group(2),
                                row.group(3),
                                row.group(4).equals("`dt`")))
                .toList();
    }

    @Test
    void theDatabaseAndItsTablesAreInTheAccountsOwnCatalog() {
        Declared database = templates.only("AWS::Glue::Database", "");

        assertThat(database.text("/DatabaseInput/Description"))
                .isEqualTo("Bars, quotes, alerts and predictions");
        assertThat(
                        Stream.concat(
                                Stream.of(database), templates.ofType("AWS::Glue::Table").stream()))
                .hasSize(16)
                .allSatisfy(part ->
                        assertThat(templates.plain(part.at("/CatalogId")))
                                .isEqualTo("${AWS::AccountId}"));
    }

    @Test
    void columnsAreTheReferencesInItsOrder() {
        assertThat(references()).hasSize(12);
        for (Reference reference : references()) {
            assertThat(columns(table(reference.name()).at("/TableInput/StorageDescriptor/Columns")))
                    .as(reference.name())
                    .isEqualTo(reference.columns());
        }
    }

    @Test
    void filesLieAtTheReferencesPlaceAndAreReadInTheirForm() {
        for (Reference reference : references()) {
            Declared table = table(reference.name());
            JsonNode storage = table.at("/TableInput/StorageDescriptor");

            assertThat(table.text("/TableInput/TableType")).isEqualTo("EXTERNAL_TABLE");
            assertThat(templates.plain(storage.path("Location")))
                    .isEqualTo("s3://${Lake}/%s/".formatted(reference.prefix()));
            assertThat(storage.path("InputFormat").asText())
                    .isEqualTo(
                            reference.form().equals("Parquet")
                                    ? "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
                                    : "org.apache.hadoop.mapred.TextInputFormat");
            assertThat(storage.path("OutputFormat").asText())
                    .isEqualTo(
                            reference.form().equals("Parquet")
                                    ? "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"
                                    : "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
            assertThat(storage.path("SerdeInfo").toString()).isEqualTo(serde(reference.form()));
        }
    }

    private static String serde(String form) {
        return switch (form) {
            case "CSV" ->
                    "{\"Parameters\":{\"field.delim\":\",\",\"serialization.format\":\",\"},"
                            + "\"SerializationLibrary\":\"org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe\"}";
            case "JSON lines" ->
                    "{\"Parameters\":{\"serialization.format\":\"1\"},"
                            + "\"SerializationLibrary\":\"org.apache.hive.hcatalog.data.JsonSerDe\"}";
            default ->
                    "{\"Parameters\":{\"serialization.format\":\"1\"},"
                            + "\"SerializationLibrary\":\"org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe\"}";
        };
    }

    @Test
    void parametersSayTheFormAndProjectTheDay() {
        for (Reference reference : references()) {
            JsonNode parameters = table(reference.name()).at("/TableInput/Parameters");
            Map<String, String> form =
                    switch (reference.form()) {
                        case "CSV" ->
                                Map.of("classification", "csv", "skip.header.line.count", "1");
                        case "JSON lines" -> Map.of("classification", "json");
                        default -> Map.of("classification", "parquet");
                    };
            // What is imported is as old as its file.
            String start = reference.name().equals("bars") ? "1990-01-01" : "2025-01-01";
            Map<String, String> days =
                    reference.byDay()
                            ? Map.of(
                                    "projection.enabled", "true",
                                    "projection.dt.type", "date",
                                    "projection.dt.format", "yyyy-MM-dd",
                                    "projection.dt.range", start + ",NOW+2DAYS",
                                    "projection.dt.interval", "1",
                                    "projection.dt.interval.unit", "DAYS",
                                    "storage.location.template",
                                            "s3://${Lake}/%s/dt=${dt}"
                                                    .formatted(reference.prefix()))
                            : Map.of();

            assertThat(parameters.propertyStream())
                    .as(reference.name())
                    .extracting(parameter ->
                            parameter.getKey() + " " + templates.plain(parameter.getValue()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Map.of("EXTERNAL", "TRUE"), form, days)
                                    .flatMap(part -> part.entrySet().stream())
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .toList());
        }
    }

    @Test
    void theDayIsTheOnlyPartitionKey() {
        for (Reference reference : references()) {
            assertThat(table(reference.name()).at("/TableInput/PartitionKeys").toString())
                    .isEqualTo(
                            reference.byDay() ? "[{\"Name\":\"dt\",\"Type\":\"string\"}]" : "[]");
        }
    }

    @Test
    void theViewsColumnsAreThoseOfItsQuery() throws IOException {
        for (String name : List.of("quotes", "daily_bars_split_adjusted", "daily_bars_adjusted")) {
            Declared view = table(name);
            String text = view.text("/TableInput/ViewOriginalText");
            String json = text.replaceFirst("^/\\* Presto View: ", "").replaceFirst(" \\*/$", "");

            assertThat(text).isEqualTo("/* Presto View: " + json + " */");
            JsonNode presto = new JsonMapper().readTree(Base64.getDecoder().decode(json));
            assertThat(columns(view.at("/TableInput/StorageDescriptor/Columns")))
                    .isEqualTo(
                            presto.path("columns")
                                    .valueStream()
                                    .map(column ->
                                            column.path("name").asText()
                                                    + " "
                                                    + hiveType(column.path("type").asText()))
                                    .toList());
            assertThat(REFERENCE)
                    .contains("```sql\n" + presto.path("originalSql").asText() + "\n```");
            assertThat(view.at("/TableInput/PartitionKeys").toString()).isEqualTo("[]");
        }
    }

    @Test
    void noTableKnowsASymbolOrAPartitionThatACrawlerWouldHaveNamed() {
        assertThat(templates.ofType("AWS::Glue::Table"))
                .allSatisfy(table ->
                        assertThat(table.at("/TableInput").toString())
                                .doesNotContain("partition_0", "AAPL", "MSFT", "enum", "injected"));
    }

    private static String hiveType(String prestoType) {
        return switch (prestoType) {
            case "varchar" -> "string";
            case "integer" -> "int";
            case "timestamp(3)" -> "timestamp";
            default -> prestoType;
        };
    }

    private static List<String> columns(JsonNode columns) {
        return columns.valueStream()
                .map(column -> column.path("Name").asText() + " " + column.path("Type").asText())
                .toList();
    }

    private Declared table(String name) {
        return templates.ofType("AWS::Glue::Table").stream()
                .filter(table -> table.text("/TableInput/Name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String reference() {
        try {
            return Files.readString(Home.find().root().resolve("docs/reference/lake-tables.md"));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading docs/reference/lake-tables.md failed", e);
        }
    }
}
