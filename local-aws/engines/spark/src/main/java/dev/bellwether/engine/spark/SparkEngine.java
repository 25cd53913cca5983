package dev.bellwether.engine.spark;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;

/// Main class: `<folder of buckets> <script> <job argument>...`. The job's jars are on the class
/// path.
public final class SparkEngine {
    private static final int OWN_ARGUMENTS = 2;

    private SparkEngine() {}

    /// Runs a job to its end. What it throws ends the process with exit code 1.
    ///
    /// @throws ReflectiveOperationException if the script names a class without a main method
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        if (arguments.length < OWN_ARGUMENTS) {
            throw new IllegalArgumentException(
                    "Arguments are <folder of buckets> <script> <job argument>...");
        }
        prepare(Path.of(arguments[0]));
        String mainClass = GlueScript.mainClass(Path.of(arguments[1]));
        String[] jobArguments = Arrays.copyOfRange(arguments, OWN_ARGUMENTS, arguments.length);
        try {
            Class.forName(mainClass)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) jobArguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            cause.printStackTrace();
            System.out.println("FAILED " + cause.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /// Spark takes its settings from system properties that begin with its name.
    private static void prepare(Path buckets) {
        System.setProperty("spark.master", "local[*]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.ui.showConsoleProgress", "false");
        System.setProperty("spark.sql.adaptive.enabled", "false");
        System.setProperty("spark.local.dir", System.getProperty("java.io.tmpdir"));
        System.setProperty("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
        System.setProperty("spark.hadoop.fs.s3.impl", BucketFileSystem.class.getName());
        System.setProperty("spark.hadoop." + BucketFileSystem.ROOT, buckets.toString());
    }
}
