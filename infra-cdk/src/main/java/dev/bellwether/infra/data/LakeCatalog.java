package dev.bellwether.infra.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnTable;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// The Glue database with its tables. They are declared, not crawled: a crawler would guess types,
/// and partitions by projection need no one to add a day.
public final class LakeCatalog extends Construct {
    /// Name of the database in Glue and Athena.
    public static final String DATABASE = "bellwether";

    private final Map<String, String> places;
    private final CfnDatabase database;

    /// @param lake bucket that the tables lie in
    /// @param start first day of the partitions
    /// @param end their last day, or Athena's word for the present plus some days
    /// @param ddl one `.sql` file a table or view, see [DdlFile]
    public LakeCatalog(
            Construct scope, String id, IBucket lake, LocalDate start, String end, List<Path> ddl) {
        super(scope, id);
        places = Map.of("<lake>", lake.getBucketName(), "<start>", start.toString(), "<end>", end);
        database =
                CfnDatabase.Builder.create(this, "Database")
                        .catalogId(Aws.ACCOUNT_ID)
                        .databaseInput(
                                CfnDatabase.DatabaseInputProperty.builder()
                                        .name(DATABASE)
                                        .description("Bars, quotes, alerts and predictions")
                                        .build())
                        .build();
        for (Path file : ddl) {
            switch (DdlFile.read(file)) {
                case LakeTable table -> add(table);
                case LakeView view -> add(view);
            }
        }
    }

    private void add(LakeTable table) {
        Map<String, String> parameters = new TreeMap<>(table.parameters());
        parameters.replaceAll((_, value) -> placed(value));
        table(
                table.name(),
                CfnTable.TableInputProperty.builder()
                        .name(table.name())
                        .tableType("EXTERNAL_TABLE")
                        .parameters(parameters)
                        .partitionKeys(table.keys().stream().map(Column::toGlue).toList())
                        .storageDescriptor(
                                CfnTable.StorageDescriptorProperty.builder()
                                        .location(placed(table.location()))
                                        .columns(
                                                table.columns().stream()
                                                        .map(Column::toGlue)
                                                        .toList())
                                        .inputFormat(table.inputFormat())
                                        .outputFormat(table.outputFormat())
                                        .serdeInfo(
                                                CfnTable.SerdeInfoProperty.builder()
                                                        .serializationLibrary(table.serDe())
                                                        .parameters(table.serDeParameters())
                                                        .build())
                                        .build())
                        .build());
    }

    private String placed(String text) {
        String placed = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            placed = placed.replace(place.getKey(), place.getValue());
        }
        return placed;
    }

    private void add(LakeView declared) {
        CfnTable view =
                table(
                        declared.name(),
                        CfnTable.TableInputProperty.builder()
                                .name(declared.name())
                                .tableType("VIRTUAL_VIEW")
                                .parameters(
                                        new TreeMap<>(
                                                Map.of(
                                                        "presto_view",
                                                        "true",
                                                        "comment",
                                                        "Presto View")))
                                .partitionKeys(List.of())
                                .storageDescriptor(
                                        CfnTable.StorageDescriptorProperty.builder()
                                                .location("")
                                                .columns(
                                                        declared.columns().stream()
                                                                .map(Column::toGlue)
                                                                .toList())
                                                .serdeInfo(
                                                        CfnTable.SerdeInfoProperty.builder()
                                                                .build())
                                                .build())
                                .viewExpandedText("/* Presto View */")
                                .viewOriginalText(declared.originalText())
                                .build());
        view.addPropertyOverride("TableInput.StorageDescriptor.SerdeInfo", Map.of());
    }

    private CfnTable table(String name, CfnTable.TableInputProperty input) {
        CfnTable table =
                CfnTable.Builder.create(this, name)
                        .catalogId(Aws.ACCOUNT_ID)
                        .databaseName(DATABASE)
                        .tableInput(input)
                        .build();
        table.addResourceDependency(database);
        return table;
    }
}
