package dev.bellwether.infra.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A table over files of the lake, as its DDL file declares it.
///
/// @param keys partition keys
/// @param location with `<lake>` for the bucket
/// @param parameters of the table; `<start>` and `<end>` stand for the days of the lake
record LakeTable(
        String name,
        List<Column> columns,
        List<Column> keys,
        String serDe,
        Map<String, String> serDeParameters,
        String inputFormat,
        String outputFormat,
        String location,
        Map<String, String> parameters)
        implements LakeDefinition {
    LakeTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        // Sorted: Map.of has another order in every JVM, and templates must not.
        serDeParameters = new TreeMap<>(serDeParameters);
        parameters = new TreeMap<>(parameters);
    }
}
