package dev.bellwether.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The files have the columns and types that the table's declaration promises, as the footer has
/// them and not as Spark noted them beside it.
final class WrittenSchemaTest {
    private static final LocalDate RUN_DAY = LocalDate.of(2026, 11, 20);

    @TempDir static Path lake;

    /// One lake for all tables, with rows in each.
    @BeforeAll
    static void writeAllTables() throws IOException {
        RawZoneFixture raw = new RawZoneFixture(lake);
        raw.daily("AAPL", RUN_DAY, 30);
        raw.intraday("IBM", RUN_DAY, "2026-11-20", "140.1");
        raw.object(
                "raw/alphavantage/dt=%s/HALF-daily".formatted(RUN_DAY),
                "HALF",
                RUN_DAY,
                """
                timestamp,open,high,low,close,volume
                2026-11-20,50.0,51.0,49.0,50.5,2000000
                2026-11-19,100.0,101.0,99.0,100.5,1000000
                """);
        raw.object(
                "raw/alphavantage/dt=%s/AAPL-splits".formatted(RUN_DAY),
                "AAPL",
                RUN_DAY,
                "{\"symbol\":\"AAPL\",\"data\":[{\"effective_date\":\"2020-08-31\",\"split_factor\":\"4.0000\"}]}");
        SparkSession spark = LocalSpark.start();
        try {
            new LakeRun(
                            spark,
                            EtlSettings.parse("--lake", lake.toUri().toString()),
                            new ProviderFiles(),
                            line -> {})
                    .run();
        } finally {
            spark.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesHaveTheColumnsAndTypesThatAreDeclared(CuratedTable table) throws IOException {
        List<String> columns = new ArrayList<>();
        for (StructField field :
                new ParquetToSparkSchemaConverter(new SQLConf()).convert(footer(table)).fields()) {
            columns.add(field.name() + " " + field.dataType().catalogString());
        }

        assertThat(columns).isEqualTo(DdlTable.read(DdlTable.file(table.id())).columns());
    }

    @ParameterizedTest
    @EnumSource
    void instantsAreMillisecondsOfUtc(CuratedTable table) throws IOException {
        for (Type column : footer(table).getFields()) {
            if (column.getLogicalTypeAnnotation()
                    instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation timestamp) {
                assertThat(timestamp.getUnit()).isEqualTo(TimeUnit.MILLIS);
                assertThat(timestamp.isAdjustedToUTC()).isTrue();
            }
        }
    }

    private static MessageType footer(CuratedTable table) throws IOException {
        try (Stream<Path> files = Files.walk(lake.resolve("curated").resolve(table.id()))) {
            Path file =
                    files.filter(path -> path.toString().endsWith(".parquet"))
                            .findFirst()
                            .orElseThrow();
            try (ParquetFileReader reader =
                    ParquetFileReader.open(
                            HadoopInputFile.fromPath(
                                    new org.apache.hadoop.fs.Path(file.toUri()),
                                    new Configuration()))) {
                return reader.getFooter().getFileMetaData().getSchema();
            }
        }
    }
}
