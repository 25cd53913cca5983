package dev.bellwether.etl;

import org.apache.spark.sql.SparkSession;

/// Makes the lake's curated tables out of its raw zone: `--lake s3://<bucket> --tables all`.
///
/// AWS Glue starts it through the script `LakeEtl.scala`. Other arguments are ignored, for Glue
/// passes its own.
public final class LakeEtl {
    private LakeEtl() {}

    /// Runs the job to its end. It prints a line for each table, and for each raw object that had
    /// to be left out.
    public static void main(String[] arguments) {
        EtlSettings settings = EtlSettings.parse(arguments);
        SparkSession spark = LakeSession.builder().appName("lake-etl").getOrCreate();
        try {
            new LakeRun(spark, settings, new ProviderFiles(), System.out::println).run();
        } finally {
            spark.stop();
        }
    }
}
