package dev.bellwether.infra.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;

/// A view, in the form in which Athena keeps views in Glue.
///
/// @param columns what the query gives, in Hive's types
/// @param sql the query
record LakeView(String name, List<Column> columns, String sql) implements LakeDefinition {
    LakeView {
        columns = List.copyOf(columns);
    }

    /// What Glue keeps as the view's original text.
    String originalText() {
        ObjectNode view = new JsonMapper().createObjectNode();
        view.put("originalSql", sql).put("catalog", "awsdatacatalog");
        view.put("schema", LakeCatalog.DATABASE);
        ArrayNode entries = view.putArray("columns");
        columns.forEach(column ->
                entries.addObject().put("name", column.name()).put("type", column.typeInView()));
        try {
            byte[] json = new JsonMapper().writeValueAsBytes(view);
            return "/* Presto View: " + Base64.getEncoder().encodeToString(json) + " */";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Writing the view %s failed".formatted(name), e);
        }
    }
}
