package dev.bellwether.engine.athena;

import dev.bellwether.engine.athena.GlueCatalog.SerdeInfo;
import dev.bellwether.engine.athena.GlueCatalog.StorageDescriptor;
import dev.bellwether.engine.athena.GlueCatalog.TableInput;
import io.trino.filesystem.memory.MemoryFileSystemFactory;
import io.trino.metastore.Column;
import io.trino.metastore.Database;
import io.trino.metastore.HiveMetastore;
import io.trino.metastore.HiveType;
import io.trino.metastore.PrincipalPrivileges;
import io.trino.metastore.StorageFormat;
import io.trino.metastore.Table;
import io.trino.plugin.hive.metastore.file.FileHiveMetastore;
import io.trino.plugin.hive.metastore.file.FileHiveMetastoreConfig;
import io.trino.spi.NodeVersion;
import io.trino.spi.security.PrincipalType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The Glue data catalog in memory: what the template declares reaches Trino as it stands, SerDe,
/// projection and the view's text too, so Trino reads it as it would read Glue's answer.
final class LakeMetastore {
    private static final String OWNER = "bellwether";

    private LakeMetastore() {}

    static HiveMetastore of(GlueCatalog catalog) {
        var metastore =
                new FileHiveMetastore(
                        new NodeVersion("bellwether"),
                        new MemoryFileSystemFactory(),
                        false,
                        new FileHiveMetastoreConfig()
                                .setCatalogDirectory("memory:///")
                                // A prefix without objects is a folder that does not exist.
                                .setDisableLocationChecks(true));
        for (String name : catalog.databases()) {
            metastore.createDatabase(
                    Database.builder()
                            .setDatabaseName(name)
                            .setOwnerName(Optional.of(OWNER))
                            .setOwnerType(Optional.of(PrincipalType.USER))
                            .build());
        }
        for (GlueCatalog.Entry entry : catalog.tables()) {
            metastore.createTable(
                    table(entry.database(), entry.table()), PrincipalPrivileges.NO_PRIVILEGES);
        }
        return metastore;
    }

    private static Table table(String database, TableInput input) {
        StorageDescriptor storage = input.storage();
        SerdeInfo serde =
                Objects.requireNonNullElse(storage.serdeInfo(), new SerdeInfo(null, null));
        Table.Builder table =
                Table.builder()
                        .setDatabaseName(database)
                        .setTableName(input.name())
                        .setOwner(Optional.of(OWNER))
                        .setTableType(input.tableType())
                        .setDataColumns(columns(storage.columns()))
                        .setPartitionColumns(columns(input.partitionKeys()))
                        .setParameters(input.parameters())
                        .setViewOriginalText(Optional.ofNullable(input.viewOriginalText()))
                        .setViewExpandedText(Optional.ofNullable(input.viewExpandedText()));
        table.getStorageBuilder()
                .setStorageFormat(
                        StorageFormat.createNullable(
                                serde.serializationLibrary(),
                                storage.inputFormat(),
                                storage.outputFormat()))
                .setLocation(Optional.ofNullable(storage.location()))
                .setSerdeParameters(Objects.requireNonNullElse(serde.parameters(), Map.of()));
        return table.build();
    }

    private static List<Column> columns(List<GlueCatalog.Column> columns) {
        return columns.stream()
                .map(column ->
                        new Column(
                                column.name(),
                                HiveType.valueOf(column.type()),
                                Optional.ofNullable(column.comment()),
                                Map.of()))
                .toList();
    }
}
