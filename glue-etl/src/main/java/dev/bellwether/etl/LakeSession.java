package dev.bellwether.etl;

import org.apache.spark.sql.SparkSession;

/// The session's settings on which the bytes of curated files depend.
final class LakeSession {
    private LakeSession() {}

    static SparkSession.Builder builder() {
        return SparkSession.builder()
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MILLIS")
                .config("spark.sql.parquet.compression.codec", "zstd")
                // Metadata of its own would be one object more a table.
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    }
}
