package dev.bellwether.engine.athena;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The lake's own Spark job, from its deployable jar, over a folder of buckets; for measurements.
final class SparkJob {
    private static final Path ENGINE = Path.of("../spark/target");
    private static final Path JOB = Path.of("../../../glue-etl");

    /// As Spark's own launcher has it.
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar");

    private SparkJob() {}

    /// Makes the curated tables of `lake-bucket` out of its raw zone.
    static void run(Path buckets, Path work) throws IOException, InterruptedException {
        Files.createDirectories(work);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "-Duser.timezone=UTC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.io.tmpdir=" + work));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(
                List.of(
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                ENGINE.resolve("classes").toString(),
                                Files.readString(ENGINE.resolve("engine.classpath")).strip(),
                                JOB.resolve("target/glue-etl.jar").toString()),
                        "dev.bellwether.engine.spark.SparkEngine",
                        buckets.toString(),
                        JOB.resolve("src/main/scala-script/LakeEtl.scala").toString(),
                        "--lake",
                        "s3://lake-bucket"));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The Spark job ended with " + exit);
        }
    }
}
