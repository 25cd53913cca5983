package dev.bellwether.infra.data;

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

    private final String lake;
    private final LocalDate start;
    private final String end;
    private final CfnDatabase database;

    /// @param lake bucket that the tables lie in
    /// @param start first day of the partitions
    /// @param end their last day, or Athena's word for the present plus some days
    public LakeCatalog(Construct scope, String id, IBucket lake, LocalDate start, String end) {
        super(scope, id);
        this.lake = "s3://" + lake.getBucketName();
        this.start = start;
        this.end = end;
        database =
                CfnDatabase.Builder.create(this, "Database")
                        .catalogId(Aws.ACCOUNT_ID)
                        .databaseInput(
                                CfnDatabase.DatabaseInputProperty.builder()
                                        .name(DATABASE)
                                        .description("Bars, quotes, alerts and predictions")
                                        .build())
                        .build();
        LakeTable.all().forEach(this::add);
        addQuotesView();
    }

    private void add(LakeTable table) {
        Map<String, String> parameters = new TreeMap<>(table.form().tableParameters());
        parameters.put("EXTERNAL", "TRUE");
        List<CfnTable.ColumnProperty> keys =
                switch (table.partitions()) {
                    case NONE -> List.of();
                    case BY_DAY -> {
                        parameters.putAll(projection(table.prefix()));
                        yield List.of(new Column("dt", "string").toGlue());
                    }
                };
        table(
                table.name(),
                CfnTable.TableInputProperty.builder()
                        .name(table.name())
                        .tableType("EXTERNAL_TABLE")
                        .parameters(parameters)
                        .partitionKeys(keys)
                        .storageDescriptor(
                                CfnTable.StorageDescriptorProperty.builder()
                                        .location("%s/%s/".formatted(lake, table.prefix()))
                                        .columns(
                                                table.columns().stream()
                                                        .map(Column::toGlue)
                                                        .toList())
                                        .inputFormat("org.apache.hadoop.mapred.TextInputFormat")
                                        .outputFormat(
                                                "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
                                        .serdeInfo(
                                                CfnTable.SerdeInfoProperty.builder()
                                                        .serializationLibrary(table.form().serDe())
                                                        .parameters(table.form().serDeParameters())
                                                        .build())
                                        .build())
                        .build());
    }

    private Map<String, String> projection(String prefix) {
        return Map.of(
                "projection.enabled", "true",
                "projection.dt.type", "date",
                "projection.dt.format", "yyyy-MM-dd",
                "projection.dt.range", start + "," + end,
                "projection.dt.interval", "1",
                "projection.dt.interval.unit", "DAYS",
                "storage.location.template", "%s/%s/dt=${dt}".formatted(lake, prefix));
    }

    private void addQuotesView() {
        CfnTable view =
                table(
                        QuotesView.NAME,
                        CfnTable.TableInputProperty.builder()
                                .name(QuotesView.NAME)
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
                                                        QuotesView.COLUMNS.stream()
                                                                .map(Column::toGlue)
                                                                .toList())
                                                .serdeInfo(
                                                        CfnTable.SerdeInfoProperty.builder()
                                                                .build())
                                                .build())
                                .viewExpandedText("/* Presto View */")
                                .viewOriginalText(QuotesView.originalText())
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
