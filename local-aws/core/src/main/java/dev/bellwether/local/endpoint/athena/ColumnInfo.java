package dev.bellwether.local.endpoint.athena;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.athena.QueryResult;
import dev.bellwether.local.wire.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Athena's `ColumnInfo`: the type's name apart from its precision and scale.
///
/// See <https://docs.aws.amazon.com/athena/latest/APIReference/API_ColumnInfo.html>.
final class ColumnInfo {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),\\s*(\\d+)\\)");

    private ColumnInfo() {}

    static ObjectNode of(QueryResult.Column column) {
        Matcher decimal = DECIMAL.matcher(column.type());
        boolean exact = decimal.matches();
        String type = name(column.type());
        return Json.object()
                .put("CatalogName", "hive")
                .put("SchemaName", "")
                .put("TableName", "")
                .put("Name", column.name())
                .put("Label", column.name())
                .put("Type", type)
                .put("Precision", exact ? Integer.parseInt(decimal.group(1)) : precision(type))
                .put("Scale", exact ? Integer.parseInt(decimal.group(2)) : 0)
                .put("Nullable", "UNKNOWN")
                .put("CaseSensitive", type.equals("varchar") || type.equals("char"));
    }

    /// `timestamp(3) with time zone` is `timestamp with time zone`, `array(varchar)` is `array`.
    private static String name(String type) {
        int opened = type.indexOf('(');
        if (opened < 0) {
            return type.equals("real") ? "float" : type;
        }
        return type.substring(0, opened) + type.substring(type.lastIndexOf(')') + 1);
    }

    private static int precision(String type) {
        return switch (type) {
            case "varchar", "char" -> Integer.MAX_VALUE;
            case "bigint" -> 19;
            case "integer" -> 10;
            case "smallint" -> 5;
            case "tinyint" -> 3;
            case "double", "float" -> 17;
            case "timestamp", "timestamp with time zone" -> 3;
            default -> 0;
        };
    }
}
