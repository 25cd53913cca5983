package dev.bellwether.infra.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// The view that shows each quote once, in the form in which Athena keeps views in Glue.
final class QuotesView {
    static final String NAME = "quotes";

    static final List<Column> COLUMNS =
            Column.listOf(
                    """
                    symbol string, open decimal(18,6), high decimal(18,6), low decimal(18,6),
                    price decimal(18,6), previous_close decimal(18,6), change decimal(18,6),
                    change_percent decimal(18,6), volume bigint, timestamp timestamp,
                    provider string, feed string, sequence bigint, schema_version int, dt string
                    """);

    private QuotesView() {}

    /// The query of the view.
    static String sql() {
        try (InputStream resource =
                Objects.requireNonNull(
                        QuotesView.class.getResourceAsStream("quotes-view.sql"),
                        "quotes-view.sql is missing from the app's classes")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading quotes-view.sql failed", e);
        }
    }

    /// What Glue keeps as the view's original text.
    static String originalText() {
        ObjectNode view = new JsonMapper().createObjectNode();
        view.put("originalSql", sql()).put("catalog", "awsdatacatalog");
        view.put("schema", LakeCatalog.DATABASE);
        ArrayNode columns = view.putArray("columns");
        COLUMNS.forEach(column ->
                columns.addObject().put("name", column.name()).put("type", column.typeInView()));
        try {
            byte[] json = new JsonMapper().writeValueAsBytes(view);
            return "/* Presto View: " + Base64.getEncoder().encodeToString(json) + " */";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Writing the view of quotes failed", e);
        }
    }
}
