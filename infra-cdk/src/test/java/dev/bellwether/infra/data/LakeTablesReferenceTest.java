package dev.bellwether.infra.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables are those of docs/reference/lake-tables.md, which the functions' files and the local
/// Athena are held against too.
final class LakeTablesReferenceTest {
    private static final Map<String, String> FORMS =
            Map.of("parquet", "Parquet", "csv", "CSV", "json", "JSON lines");

    private static String reference = "";

    @BeforeAll
    static void readReference() throws IOException {
        reference = Files.readString(Home.find().root().resolve("docs/reference/lake-tables.md"));
    }

    static Stream<LakeTable> tables() {
        return definitions(LakeTable.class);
    }

    static Stream<LakeView> views() {
        return definitions(LakeView.class);
    }

    private static <T extends LakeDefinition> Stream<T> definitions(Class<T> type) {
        return Home.find().tableDefinitions().stream()
                .map(DdlFile::read)
                .filter(type::isInstance)
                .map(type::cast);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsAreTheReferencesInItsOrder(LakeTable table) {
        Matcher columns =
                Pattern.compile("\\* `" + table.name() + "`: `([^`]+)`").matcher(reference);

        assertThat(columns.find()).isTrue();
        assertThat(table.columns()).isEqualTo(Column.listOf(columns.group(1)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void placeFormAndPartitionsAreTheReferences(LakeTable table) {
        String form = FORMS.get(table.parameters().get("classification"));
        String key = table.keys().isEmpty() ? "none" : "`dt`";

        assertThat(reference)
                .contains(
                        "| `%s` | `%s` | %s | %s |"
                                .formatted(
                                        table.name(),
                                        table.location().replace("s3://", ""),
                                        form,
                                        key));
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewsQueryIsTheReferencesWordForWord(LakeView view) {
        assertThat(reference)
                .contains("```sql\n" + view.sql() + "\n```")
                .containsPattern("\\| `%s` \\| \\| view over `".formatted(view.name()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewsTextIsWhatAthenaReads(LakeView declared) throws IOException {
        JsonNode view = original(declared);

        assertThat(view.path("originalSql").asText()).isEqualTo(declared.sql());
        assertThat(view.path("catalog").asText()).isEqualTo("awsdatacatalog");
        assertThat(view.path("schema").asText()).isEqualTo("bellwether");
    }

    @Test
    void typesInAViewsTextAreAthenas() throws IOException {
        LakeView quotes =
                views().filter(view -> view.name().equals("quotes")).findFirst().orElseThrow();

        assertThat(
                        original(quotes)
                                .path("columns")
                                .valueStream()
                                .map(column ->
                                        column.path("name").asText()
                                                + " "
                                                + column.path("type").asText())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(
                        "symbol varchar, open decimal(18,6), high decimal(18,6), low decimal(18,6),"
                                + " price decimal(18,6), previous_close decimal(18,6), change decimal(18,6),"
                                + " change_percent decimal(18,6), volume bigint, timestamp timestamp(3),"
                                + " provider varchar, feed varchar, sequence bigint, schema_version integer, dt varchar");
    }

    private static JsonNode original(LakeView view) throws IOException {
        Matcher text =
                Pattern.compile("/\\* Presto View: ([A-Za-z0-9+/=]+) \\*/")
                        .matcher(view.originalText());
        assertThat(text.matches()).isTrue();
        return new JsonMapper()
                .readTree(
                        new String(
                                Base64.getDecoder().decode(text.group(1)), StandardCharsets.UTF_8));
    }
}
