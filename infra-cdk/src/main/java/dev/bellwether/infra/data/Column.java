package dev.bellwether.infra.data;

import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.services.glue.CfnTable;

/// A column of a lake table.
///
/// @param type in Hive's words, as Glue wants it
record Column(String name, String type) {
    /// Reads `symbol string, trading_day date`; a name in back quotes is one that Hive has a word
    /// for.
    static List<Column> listOf(String text) {
        // A decimal's own comma is followed by a digit, not by a space.
        return Arrays.stream(text.strip().split(",\\s+"))
                .map(column -> column.split(" "))
                .map(words -> new Column(words[0].replace("`", ""), words[1]))
                .toList();
    }

    CfnTable.ColumnProperty toGlue() {
        return CfnTable.ColumnProperty.builder().name(name).type(type).build();
    }

    /// The same type in the words of Athena's own views.
    String typeInView() {
        return switch (type) {
            case "string" -> "varchar";
            case "int" -> "integer";
            case "timestamp" -> "timestamp(3)";
            default -> type;
        };
    }
}
