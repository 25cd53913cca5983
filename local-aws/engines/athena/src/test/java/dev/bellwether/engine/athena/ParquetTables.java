package dev.bellwether.engine.athena;

import io.trino.filesystem.cache.NoopSplitAffinityProvider;
import io.trino.filesystem.cache.SplitAffinityProvider;
import io.trino.filesystem.local.LocalFileSystemFactory;
import io.trino.plugin.hive.HiveConnectorFactory;
import io.trino.plugin.hive.metastore.file.FileHiveMetastore;
import io.trino.plugin.hive.metastore.file.FileHiveMetastoreConfig;
import io.trino.spi.NodeVersion;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the curated tables of a lake as the ETL does, Parquet with zstd in `curated/<table>/`, by
/// a Trino of its own that may write. Close it before the lake is queried: two at a time are large.
final class ParquetTables implements AutoCloseable {
    private static final String BUCKET = "lake-bucket";
    private static final String SCHEMA = "curated";

    private final Path folder;
    private final GlueCatalog catalog;
    private final Lake lake;

    private ParquetTables(Path folder, GlueCatalog catalog, Lake lake) {
        this.folder = folder;
        this.catalog = catalog;
        this.lake = lake;
    }

    /// @param folder that holds the buckets
    static ParquetTables open(Path folder, Path catalogFile, Path work) throws IOException {
        Files.createDirectories(folder.resolve(BUCKET));
        Lake lake =
                Lake.open(
                        new Writing(folder),
                        Map.of(
                                "hive.compression-codec", "ZSTD",
                                "hive.max-partitions-per-writers", "20000",
                                "parquet.writer.row-group-size", "4MB"),
                        Optional.of(SCHEMA),
                        work);
        var tables = new ParquetTables(folder, GlueCatalog.read(catalogFile), lake);
        tables.run("CREATE SCHEMA curated");
        tables.run("CREATE SCHEMA staging");
        return tables;
    }

    /// @param rows values in the table's order, the partition key last, parted by `,`; an empty
    ///   value is NULL, of a text the empty text
    void write(String table, List<String> rows) {
        write(table, rows.stream());
    }

    /// The rows keep their order.
    void write(String table, Stream<String> rows) {
        List<GlueCatalog.Column> columns = columns(table);
        run(
                "CREATE TABLE staging.%s (%s) WITH (format = 'CSV')"
                        .formatted(
                                table,
                                columns.stream()
                                        .map(column -> "\"%s\" varchar".formatted(column.name()))
                                        .collect(Collectors.joining(", "))));
        try {
            Path staged = folder.resolve(BUCKET).resolve("staging").resolve(table);
            Files.createDirectories(staged);
            Files.write(staged.resolve("rows.csv"), (Iterable<String>) rows::iterator);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        create(table, columns);
        run("DROP TABLE staging." + table);
    }

    private void create(String table, List<GlueCatalog.Column> columns) {
        String partitioned =
                columns.getLast().name().equals("dt") ? ", partitioned_by = ARRAY['dt']" : "";
        // One bucket is one file, and the way in which this connector sorts what it writes.
        String sorted =
                ", bucketed_by = ARRAY['symbol'], bucket_count = 1, sorted_by = ARRAY['symbol', '%s']"
                        .formatted(columns.get(table.equals("bars") ? 3 : 2).name());
        run(
                "CREATE TABLE %s WITH (format = 'PARQUET'%s%s) AS SELECT %s FROM staging.%s"
                        .formatted(
                                table,
                                partitioned,
                                sorted,
                                columns.stream()
                                        .map(ParquetTables::typed)
                                        .collect(Collectors.joining(", ")),
                                table));
    }

    private List<GlueCatalog.Column> columns(String table) {
        GlueCatalog.TableInput input =
                catalog.tables().stream()
                        .map(GlueCatalog.Entry::table)
                        .filter(candidate -> candidate.name().equals(table))
                        .findFirst()
                        .orElseThrow();
        return Stream.concat(input.storage().columns().stream(), input.partitionKeys().stream())
                .toList();
    }

    private static String typed(GlueCatalog.Column column) {
        String name = "\"%s\"".formatted(column.name());
        return switch (column.type()) {
            case "string" -> name;
            case "int" -> "CAST(nullif(%s, '') AS integer) AS %s".formatted(name, name);
            case "timestamp" -> "CAST(nullif(%s, '') AS timestamp(3)) AS %s".formatted(name, name);
            default -> "CAST(nullif(%s, '') AS %s) AS %s".formatted(name, column.type(), name);
        };
    }

    private void run(String sql) {
        QueryOutcome outcome =
                lake.run(
                        new LakeStatement(sql),
                        new RowListener() {
                            @Override
                            public void columns(List<String> names, List<String> types) {}

                            @Override
                            public void row(List<@Nullable String> values) {}
                        });
        if (outcome instanceof QueryOutcome.Failed(QueryFailure failure)) {
            throw new AssertionError(failure.message() + " in " + sql);
        }
    }

    @Override
    public void close() throws IOException {
        lake.close();
    }

    /// Trino's Hive connector over a folder, with a file metastore beside the files.
    private record Writing(Path folder) implements ConnectorFactory {
        @Override
        public String getName() {
            return "writing";
        }

        @Override
        public Connector create(
                String catalogName, Map<String, String> settings, ConnectorContext context) {
            var files = new LocalFileSystemFactory(folder);
            return HiveConnectorFactory.createConnector(
                    catalogName,
                    settings,
                    context,
                    () ->
                            binder ->
                                    binder.bind(SplitAffinityProvider.class)
                                            .to(NoopSplitAffinityProvider.class),
                    Optional.of(
                            new FileHiveMetastore(
                                    new NodeVersion("bellwether"),
                                    files,
                                    false,
                                    new FileHiveMetastoreConfig()
                                            .setCatalogDirectory("local:///" + BUCKET))),
                    false,
                    Optional.of(files));
        }
    }
}
