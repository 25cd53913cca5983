package dev.bellwether.etl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedIdentifier;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.logical.ColumnDefinition;
import org.apache.spark.sql.catalyst.plans.logical.CreateTable;
import org.apache.spark.sql.catalyst.plans.logical.SerdeInfo;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedTableSpec;
import org.apache.spark.sql.connector.expressions.Transform;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/// What Spark's own SQL parser makes of a file of `athena-queries/ddl` that declares a table.
///
/// @param columns `name type`, as Hive writes types, the partition keys not among them
/// @param partitionColumns likewise
/// @param properties of the table, `EXTERNAL` not among them
record DdlTable(
        String name,
        List<String> columns,
        List<String> partitionColumns,
        String serde,
        Map<String, String> serdeProperties,
        String inputFormat,
        String outputFormat,
        String location,
        Map<String, String> properties) {
    private static final Path FOLDER = Path.of("../athena-queries/ddl");

    /// The folder's files, in order.
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".sql");
    }

    /// The statement with what the deployment fills in, as the catalog of the local Athena's tests
    /// has it.
    static String statement(Path file) throws IOException {
        return Files.readString(file)
                .replace("<lake>", "lake-bucket")
                .replace("<start>", "2025-01-01")
                .replace("<end>", "NOW+2DAYS");
    }

    /// Not by the session's parser, which would put a variable in the place of `${dt}`.
    static DdlTable read(Path file) throws IOException {
        CreateTable table = (CreateTable) new CatalystSqlParser().parsePlan(statement(file));
        UnresolvedTableSpec spec = (UnresolvedTableSpec) table.tableSpec();
        if (!spec.external()) {
            throw new IllegalArgumentException(file + " declares no external table");
        }
        SerdeInfo serde = spec.serde().get();
        List<String> keys = new ArrayList<>();
        for (Transform key : CollectionConverters.asJava(table.partitioning())) {
            keys.add(key.references()[0].fieldNames()[0]);
        }
        List<String> columns = new ArrayList<>();
        List<String> partitionColumns = new ArrayList<>();
        for (ColumnDefinition column : CollectionConverters.asJava(table.columns())) {
            (keys.contains(column.name()) ? partitionColumns : columns)
                    .add(column.name() + " " + column.dataType().catalogString());
        }
        return new DdlTable(
                ((UnresolvedIdentifier) table.name()).nameParts().mkString("."),
                columns,
                partitionColumns,
                text(OptionConverters.toJava(serde.serde())),
                new TreeMap<>(CollectionConverters.asJava(serde.serdeProperties())),
                serde.formatClasses().get().input(),
                serde.formatClasses().get().output(),
                text(OptionConverters.toJava(spec.location())),
                new TreeMap<>(CollectionConverters.asJava(spec.properties())));
    }

    private static String text(Optional<String> declared) {
        return declared.orElse("");
    }
}
