package dev.bellwether.infra.data;

import java.util.Map;
import java.util.TreeMap;

/// How the files of a table are written.
enum LakeForm {
    CSV(
            "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
            Map.of("field.delim", ",", "serialization.format", ","),
            Map.of("classification", "csv", "skip.header.line.count", "1")),
    JSON_LINES(
            "org.apache.hive.hcatalog.data.JsonSerDe",
            Map.of("serialization.format", "1"),
            Map.of("classification", "json"));

    private final String serDe;
    private final Map<String, String> serDeParameters;
    private final Map<String, String> tableParameters;

    LakeForm(
            String serDe,
            Map<String, String> serDeParameters,
            Map<String, String> tableParameters) {
        this.serDe = serDe;
        // Sorted: Map.of has another order in every JVM, and templates must not.
        this.serDeParameters = new TreeMap<>(serDeParameters);
        this.tableParameters = new TreeMap<>(tableParameters);
    }

    String serDe() {
        return serDe;
    }

    Map<String, String> serDeParameters() {
        return serDeParameters;
    }

    Map<String, String> tableParameters() {
        return tableParameters;
    }
}
