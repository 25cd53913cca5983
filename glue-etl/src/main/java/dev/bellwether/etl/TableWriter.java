package dev.bellwether.etl;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import scala.Function1;
import scala.Tuple2;

/// Writes a table's files into the staging folder.
///
/// @param chunks of all tables, each file's in one partition and in order
record TableWriter(
        SparkSession spark,
        EtlSettings settings,
        LakeStore store,
        FilePlan plan,
        JavaPairRDD<String, Chunk> chunks) {
    void write(CuratedTable table) {
        Dataset<Row> rows = spark.createDataFrame(rows(table), table.schema());
        if (table == CuratedTable.BARS) {
            rows =
                    rows.withColumn("dt", col("trading_day").cast("string"))
                            .sortWithinPartitions(
                                    "dt",
                                    "symbol",
                                    "interval",
                                    "start",
                                    "provider",
                                    "feed",
                                    "basis");
        }
        var writer =
                rows.write()
                        .mode(SaveMode.Overwrite)
                        .option("compression", "zstd")
                        .option("parquet.block.size", settings.rowGroupBytes());
        if (table == CuratedTable.BARS) {
            writer = writer.partitionBy("dt");
        }
        writer.parquet(store.uri(Publication.staging(table)));
    }

    private JavaRDD<Row> rows(CuratedTable table) {
        RDD<Tuple2<String, Chunk>> ofTable =
                PartitionPruningRDD.create(chunks.rdd(), within(plan.partitionsOf(table)));
        return ofTable.toJavaRDD().flatMap(chunk -> RowCodec.rows(chunk._2));
    }

    private static Function1<Object, Object> within(int[] range) {
        int first = range[0];
        int end = range[1];
        return (Function1<Object, Object> & Serializable)
                partition -> (Integer) partition >= first && (Integer) partition < end;
    }
}
