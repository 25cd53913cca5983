package dev.bellwether.engine.athena;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Databases and tables as the template's Glue resources declare them, read from
/// `{"databases":["bellwether"],"tables":[{"database":"bellwether","table":{<TableInput>}}]}`.
/// References are resolved, locations are S3's; property names are CloudFormation's.
record GlueCatalog(List<String> databases, List<Entry> tables) {
    GlueCatalog {
        databases = List.copyOf(databases);
        tables = List.copyOf(tables);
    }

    static GlueCatalog read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), GlueCatalog.class);
    }

    record Entry(String database, TableInput table) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TableInput(
            @JsonProperty("Name") String name,
            @JsonProperty("TableType") String tableType,
            @JsonProperty("Parameters") Map<String, String> parameters,
            @JsonProperty("PartitionKeys") List<Column> partitionKeys,
            @JsonProperty("StorageDescriptor") StorageDescriptor storage,
            @JsonProperty("ViewOriginalText") @Nullable String viewOriginalText,
            @JsonProperty("ViewExpandedText") @Nullable String viewExpandedText) {
        TableInput {
            parameters = Objects.requireNonNullElse(parameters, Map.of());
            partitionKeys = Objects.requireNonNullElse(partitionKeys, List.of());
            if (storage == null) {
                throw new IllegalArgumentException(
                        "Table %s of the catalog has no StorageDescriptor".formatted(name));
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StorageDescriptor(
            @JsonProperty("Columns") List<Column> columns,
            @JsonProperty("Location") @Nullable String location,
            @JsonProperty("InputFormat") @Nullable String inputFormat,
            @JsonProperty("OutputFormat") @Nullable String outputFormat,
            @JsonProperty("SerdeInfo") @Nullable SerdeInfo serdeInfo) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Column(
            @JsonProperty("Name") String name,
            @JsonProperty("Type") String type,
            @JsonProperty("Comment") @Nullable String comment) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SerdeInfo(
            @JsonProperty("SerializationLibrary") @Nullable String serializationLibrary,
            @JsonProperty("Parameters") @Nullable Map<String, String> parameters) {}
}
