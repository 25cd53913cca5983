import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Runs the lake's Spark job over a synthetic raw zone, one object of daily bars a symbol, and says how long it took and how
/// much memory its process had at most. Linux only: it reads `/proc/<pid>/status`.
final class LakeEtl {
    private static final long SAMPLE_MILLIS = 100;
    private static final LocalDate RUN_DAY = LocalDate.of(2026, 11, 20);

    /// `SYMBOLS ROWS [-Xmx...] [job argument]...`
    public static void main(String[] arguments) throws Exception {
        int symbols = Integer.parseInt(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        String heap = arguments.length > 2 ? arguments[2] : "-Xmx1g";
        Path buckets = Files.createTempDirectory("bellwether-etl-");
        for (int i = 0; i < symbols; i++) {
            write(buckets.resolve("lake"), "S%03d".formatted(i), rows);
        }
        for (String run : List.of("first", "second")) {
            run(run, buckets, heap, arguments);
        }
        delete(buckets);
    }

    private static void run(String name, Path buckets, String heap, String[] arguments) throws Exception {
        Path engine = Path.of("local-aws/engines/spark/target");
        Path work = Files.createDirectories(buckets.resolve("work"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC",
                "-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.io.tmpdir=" + work, "-cp",
                String.join(File.pathSeparator, engine.resolve("classes").toString(),
                        Files.readString(engine.resolve("engine.classpath")).strip(), "glue-etl/target/glue-etl.jar"),
                "dev.bellwether.engine.spark.SparkEngine", buckets.toString(), "glue-etl/src/main/scala-script/LakeEtl.scala",
                "--lake", "s3://lake"));
        // As Spark's own launcher has it.
        for (String opened : List.of("java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio",
                "java.util", "java.util.concurrent", "java.util.concurrent.atomic", "sun.nio.ch", "sun.nio.cs",
                "sun.security.action", "sun.util.calendar")) {
            command.add(1, "--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        for (int i = 3; i < arguments.length; i++) {
            command.add(arguments[i]);
        }
        long started = System.nanoTime();
        Process job = new ProcessBuilder(command).inheritIO().start();
        long peak = 0;
        while (job.isAlive()) {
            peak = Math.max(peak, peakKilobytes(job.pid()));
            Thread.sleep(SAMPLE_MILLIS);
        }
        System.out.printf("%s run: exit %d after %.1f s, at most %,d MB resident%n", name, job.exitValue(),
                (System.nanoTime() - started) / 1e9, peak / 1024);
    }

    private static long peakKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst().orElse(0);
        } catch (IOException e) {
            return 0; // it has ended
        }
    }

    private static void write(Path lake, String symbol, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\r\n");
        Random random = new Random(symbol.hashCode());
        long price = 1_000_000 + random.nextInt(500_000);
        LocalDate day = RUN_DAY;
        for (int i = 0; i < rows; day = day.minusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            long open = price + random.nextInt(10_000) - 5_000;
            price = Math.max(200_000, price + random.nextInt(30_001) - 15_000);
            long high = Math.max(open, price) + random.nextInt(8_000);
            long low = Math.min(open, price) - random.nextInt(8_000);
            csv.append(day);
            for (long figure : new long[] {open, high, low, price}) {
                csv.append(',').append(BigDecimal.valueOf(figure, 4));
            }
            csv.append(',').append(1_000_000 + random.nextInt(9_000_000)).append("\r\n");
            i++;
        }
        Path folder = Files.createDirectories(lake.resolve("raw/alphavantage/dt=" + RUN_DAY));
        String name = symbol + "-20261121T050000Z-0123456789ab";
        Files.writeString(folder.resolve(name + ".body"), csv);
        Files.writeString(folder.resolve(name + ".json"), ("{\"provider\":\"alphavantage\",\"symbol\":\"%s\",\"status\":200,"
                + "\"sha256\":\"%064d\",\"scheduled_at\":\"2026-11-21T05:00:00Z\",\"fetched_at\":\"2026-11-21T05:00:03Z\"}")
                .formatted(symbol, 1));
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
