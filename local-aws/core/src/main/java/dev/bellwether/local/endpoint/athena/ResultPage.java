package dev.bellwether.local.endpoint.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.athena.QueryResult;
import dev.bellwether.local.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of `GetQueryResults`; the first row of a selection is the columns' names.
///
/// See <https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html>.
final class ResultPage {
    private static final int MOST_ROWS = 1000;

    private ResultPage() {}

    /// @param request with `MaxResults`, and `NextToken` for all pages but the first
    static ObjectNode of(JsonNode request, QueryResult result, StatementForm form) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (form == StatementForm.DML) {
            List<@Nullable String> names = new ArrayList<>();
            result.columns().forEach(column -> names.add(column.name()));
            rows.add(names);
        }
        rows.addAll(result.rows());
        int from = from(request, rows.size());
        int to = Math.min(rows.size(), from + size(request));
        ObjectNode page = Json.object().put("UpdateCount", 0);
        ObjectNode set = page.putObject("ResultSet");
        ArrayNode shown = set.putArray("Rows");
        for (List<@Nullable String> row : rows.subList(from, to)) {
            shown.add(row(row));
        }
        ArrayNode columns = set.putObject("ResultSetMetadata").putArray("ColumnInfo");
        result.columns().forEach(column -> columns.add(ColumnInfo.of(column)));
        if (to < rows.size()) {
            page.put("NextToken", Integer.toString(to));
        }
        return page;
    }

    private static int size(JsonNode request) {
        int size = request.path("MaxResults").asInt(MOST_ROWS);
        if (size < 1 || size > MOST_ROWS) {
            throw new RefusedRequestException("MaxResults must be 1 to " + MOST_ROWS);
        }
        return size;
    }

    private static int from(JsonNode request, int rows) {
        if (!request.hasNonNull("NextToken")) {
            return 0;
        }
        int from = request.path("NextToken").asInt(-1);
        if (from < 1 || from >= rows) {
            throw new RefusedRequestException("NextToken is none that was given out");
        }
        return from;
    }

    /// A NULL is a datum without a value.
    private static ObjectNode row(List<@Nullable String> values) {
        ObjectNode row = Json.object();
        ArrayNode data = row.putArray("Data");
        for (String value : values) {
            ObjectNode datum = data.addObject();
            if (value != null) {
                datum.put("VarCharValue", value);
            }
        }
        return row;
    }
}
