package dev.bellwether.engine.athena;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Bytes that each question reads in the published systems' layouts and in ours; run by hand, see
/// `benchmarks/README.md`. Prints the table of docs/reference/bytes-scanned.md.
final class SeedLayoutsBenchmark {
    static final double MEGABYTE = 1 << 20;
    private static final long LEAST_MEGABYTES = 10;
    private static final double NANOS = 1e9;

    /// @param seed the question on the published layout
    /// @param ours on ours
    private record Question(String text, String seed, String ours) {}

    private SeedLayoutsBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        List<String> lines = new ArrayList<>();
        for (int symbols : List.of(6, 500)) {
            measure(symbols, Path.of(arguments[0]).resolve(String.valueOf(symbols)), lines);
        }
        lines.forEach(out::println);
        out.flush();
        System.exit(0);
    }

    private static void measure(int symbols, Path folder, List<String> lines)
            throws IOException, InterruptedException {
        Path bucket = folder.resolve("s3/lake-bucket");
        SeedLakes lakes = new SeedLakes(bucket, symbols);
        Files.createDirectories(bucket);
        Path catalog = lakes.catalog(folder.resolve("catalog.json"));
        lakes.writeSeedDaily();
        lakes.writeQuotes();
        lakes.writeFiveMinuteBars();
        lakes.writeRawZone();
        long started = System.nanoTime();
        SparkJob.run(folder.resolve("s3"), folder.resolve("w"));
        lines.add("job | %d | %.1f s |".formatted(symbols, (System.nanoTime() - started) / NANOS));
        for (String prefix :
                List.of(
                        "path",
                        "curated/daily_bars",
                        "raw_data",
                        "quotes",
                        "firehose",
                        "curated/bars")) {
            lines.add(size(symbols, prefix, bucket.resolve(prefix)));
        }
        Lake lake = Lake.open(folder.resolve("s3"), GlueCatalog.read(catalog), folder.resolve("r"));
        for (Question question : questions()) {
            long seed = bytes(lake, question.seed());
            long ours = bytes(lake, question.ours());
            lines.add(
                    "| %d | %s | %.2f | %.2f | %.1f | %d | %d |"
                            .formatted(
                                    symbols,
                                    question.text(),
                                    seed / MEGABYTE,
                                    ours / MEGABYTE,
                                    (double) seed / ours,
                                    billed(seed),
                                    billed(ours)));
        }
        lines.addAll(planning(lake, symbols));
        lake.close();
    }

    private static String size(int symbols, String prefix, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> objects =
                    files.filter(Files::isRegularFile)
                            // The writer's metastore keeps its own files beside the tables'.
                            .filter(file -> !folder.relativize(file).toString().contains(".trino"))
                            .toList();
            long size = 0;
            for (Path object : objects) {
                size += Files.size(object);
            }
            return "size | %d | `%s/` | %d | %.2f |"
                    .formatted(symbols, prefix, objects.size(), size / MEGABYTE);
        }
    }

    private static List<Question> questions() throws IOException {
        String day = SeedLakes.LAST_DAY.toString();
        return List.of(
                new Question(
                        "S0 first look, a row a symbol",
                        "SELECT partition_0, count(*), min(\"timestamp\"), max(\"timestamp\"), max_by(close, \"timestamp\"), min(low), max(high), avg(volume) FROM path GROUP BY partition_0",
                        QueryFiles.read("first-look.sql")),
                new Question(
                        "S0 newest close of each symbol",
                        "SELECT partition_0, max_by(close, \"timestamp\") FROM path GROUP BY partition_0",
                        "SELECT symbol, max_by(close, trading_day) FROM daily_bars GROUP BY symbol"),
                new Question(
                        "S0 all days of one symbol",
                        "SELECT * FROM path WHERE partition_0 = 'S003'",
                        "SELECT symbol, trading_day, open, high, low, close, volume FROM daily_bars WHERE symbol = 'S003'"),
                new Question(
                        "S0 days of large gaps",
                        "SELECT partition_0, \"timestamp\", open / lag(close) OVER (PARTITION BY partition_0 ORDER BY \"timestamp\") - 1 AS gap FROM path ORDER BY gap DESC LIMIT 50",
                        QueryFiles.read("top-gap-days.sql")),
                new Question(
                        "S1 latest quotes",
                        "SELECT * FROM raw_data ORDER BY \"timestamp\" DESC LIMIT 20",
                        QueryFiles.read("latest-quotes.sql")),
                new Question(
                        "S1 latest quotes, the day named",
                        "SELECT * FROM raw_data WHERE \"timestamp\" >= '%s' ORDER BY \"timestamp\" DESC LIMIT 20"
                                .formatted(day),
                        from(day, "latest-quotes.sql")),
                new Question(
                        "S1 top 5 by change",
                        "SELECT symbol, max(change) FROM raw_data GROUP BY symbol ORDER BY 2 DESC LIMIT 5",
                        QueryFiles.read("top-5-price-change.sql")),
                new Question(
                        "S1 top 5 by change, the day named",
                        "SELECT symbol, max(change) FROM raw_data WHERE \"timestamp\" >= '%s' GROUP BY symbol ORDER BY 2 DESC LIMIT 5"
                                .formatted(day),
                        from(day, "top-5-price-change.sql")),
                new Question(
                        "S1 average volume",
                        "SELECT symbol, avg(volume) FROM raw_data GROUP BY symbol",
                        QueryFiles.read("average-volume.sql")),
                new Question(
                        "S1 anomalies",
                        "SELECT * FROM raw_data WHERE abs(change_percent) > 5",
                        QueryFiles.read("anomalies.sql")),
                new Question(
                        "S4 hourly highs, all days",
                        hourly("true"),
                        QueryFiles.read("hourly-highs.sql")),
                new Question(
                        "S4 hourly highs, one day",
                        hourly("substr(ts, 1, 10) = '%s'".formatted(day)),
                        QueryFiles.read("hourly-highs.sql")
                                .replace("LIKE '%m'", "LIKE '%%m' AND dt = '%s'".formatted(day))),
                new Question(
                        "S4 hourly highs, one symbol and day",
                        hourly("name = 'S003' AND substr(ts, 1, 10) = '%s'".formatted(day)),
                        QueryFiles.read("hourly-highs.sql")
                                .replace(
                                        "LIKE '%m'",
                                        "LIKE '%%m' AND symbol = 'S003' AND dt = '%s'"
                                                .formatted(day))));
    }

    private static String hourly(String condition) {
        return "SELECT name, substr(ts, 1, 13) AS hour, max(high), max_by(ts, high), min(low) FROM firehose WHERE %s GROUP BY name, substr(ts, 1, 13)"
                .formatted(condition);
    }

    private static String from(String day, String file) throws IOException {
        return QueryFiles.read(file).replace("'1900-01-01'", "'%s'".formatted(day));
    }

    /// What a query without a condition on `dt` costs in listing the projected days.
    private static List<String> planning(Lake lake, int symbols) {
        List<String> lines = new ArrayList<>();
        for (String condition :
                List.of("true", "dt >= '1999-01-01'", "dt >= '2015-01-01'", "dt >= '2025-10-01'")) {
            String sql = "SELECT count(*), max(high) FROM bars WHERE " + condition;
            bytes(lake, sql);
            long start = System.nanoTime();
            bytes(lake, sql);
            lines.add(
                    "planning | %d | %s | %d ms"
                            .formatted(
                                    symbols, condition, (System.nanoTime() - start) / 1_000_000));
        }
        return lines;
    }

    private static long billed(long bytes) {
        return Math.max(LEAST_MEGABYTES, (long) Math.ceil(bytes / MEGABYTE));
    }

    /// Bytes that a statement reads.
    static long bytes(Lake lake, String sql) {
        QueryOutcome outcome =
                lake.run(
                        LakeStatement.parse(sql),
                        new RowListener() {
                            @Override
                            public void columns(List<String> names, List<String> types) {}

                            @Override
                            public void row(List<@Nullable String> values) {}
                        });
        return switch (outcome) {
            case QueryOutcome.Finished(long scanned) -> scanned;
            case QueryOutcome.Failed(QueryFailure failure) ->
                    throw new IllegalStateException(failure.message() + " in " + sql);
        };
    }
}
