package dev.bellwether.infra.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables are those of docs/reference/lake-tables.md, which the functions' files and the local
/// Athena are held against too.
final class LakeTablesReferenceTest {
    private static String reference = "";

    @BeforeAll
    static void readReference() throws IOException {
        reference = Files.readString(Home.find().root().resolve("docs/reference/lake-tables.md"));
    }

    static Iterable<LakeTable> tables() {
        return LakeTable.all();
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
        String form = table.form() == LakeForm.CSV ? "CSV" : "JSON lines";
        String key = table.partitions() == LakeTable.Partitions.NONE ? "none" : "`dt`";

        assertThat(reference)
                .contains(
                        "| `%s` | `<lake>/%s/` | %s | %s |"
                                .formatted(table.name(), table.prefix(), form, key));
    }

    @Test
    void theViewsQueryIsTheReferencesWordForWord() {
        assertThat(reference).contains("```sql\n" + QuotesView.sql() + "\n```");
    }

    @Test
    void theViewsTextIsWhatAthenaReads() throws IOException {
        Matcher text =
                Pattern.compile("/\\* Presto View: ([A-Za-z0-9+/=]+) \\*/")
                        .matcher(QuotesView.originalText());
        assertThat(text.matches()).isTrue();
        JsonNode view =
                new JsonMapper()
                        .readTree(
                                new String(
                                        Base64.getDecoder().decode(text.group(1)),
                                        StandardCharsets.UTF_8));

        assertThat(view.path("originalSql").asText()).isEqualTo(QuotesView.sql());
        assertThat(view.path("catalog").asText()).isEqualTo("awsdatacatalog");
        assertThat(view.path("schema").asText()).isEqualTo("bellwether");
        assertThat(
                        view.path("columns")
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
}
