package dev.bellwether.etl;

import org.apache.spark.sql.SparkSession;

/// The job's session, in this process.
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession start() {
        return LakeSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }
}
