package dev.bellwether.engine.athena;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The same made-up market twice in one bucket: as the published systems lay it out, and as we do.
/// Daily bars of 25 years, quotes of four days, 5-minute bars of 20 days.
final class SeedLakes {
    static final LocalDate LAST_DAY = LocalDate.of(2025, 10, 29);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int QUOTES_A_DAY = 5;
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");

    private final Path bucket;
    private final List<String> symbols;

    SeedLakes(Path bucket, int symbols) {
        this.bucket = bucket;
        this.symbols = IntStream.range(0, symbols).mapToObj(i -> "S%03d".formatted(i)).toList();
    }

    /// The project's catalog with the seeds' tables, as a crawler declares them; their partitions
    /// by symbol are projected over the configured symbols.
    Path catalog(Path file) throws IOException {
        ObjectNode catalog = (ObjectNode) JSON.readTree(TestLake.CATALOG.toFile());
        ArrayNode tables = (ArrayNode) catalog.path("tables");
        String csv =
                """
                {"database":"bellwether","table":{"Name":"path","TableType":"EXTERNAL_TABLE","Parameters":{"EXTERNAL":"TRUE","skip.header.line.count":"1",
                "projection.enabled":"true","projection.partition_0.type":"enum","projection.partition_0.values":"%s","storage.location.template":"s3://lake-bucket/path/${partition_0}"},
                "PartitionKeys":[{"Name":"partition_0","Type":"string"}],"StorageDescriptor":{"Columns":[{"Name":"timestamp","Type":"string"},{"Name":"open","Type":"double"},
                {"Name":"high","Type":"double"},{"Name":"low","Type":"double"},{"Name":"close","Type":"double"},{"Name":"volume","Type":"bigint"}],"Location":"s3://lake-bucket/path/",
                "InputFormat":"org.apache.hadoop.mapred.TextInputFormat","OutputFormat":"org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
                "SerdeInfo":{"SerializationLibrary":"org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe","Parameters":{"field.delim":",","serialization.format":","}}}}}
                """
                        .formatted(String.join(",", symbols));
        tables.add(JSON.readTree(csv));
        tables.add(
                json(
                        "raw_data",
                        "symbol string,open double,high double,low double,price double,previous_close double,change double,change_percent double,volume bigint,timestamp string"));
        tables.add(json("firehose", "high double,low double,ts string,name string"));
        Files.write(file, JSON.writeValueAsBytes(catalog));
        return file;
    }

    private static ObjectNode json(String name, String columns) throws IOException {
        ObjectNode entry =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"database":"bellwether","table":{"Name":"%s","TableType":"EXTERNAL_TABLE","Parameters":{"EXTERNAL":"TRUE"},"PartitionKeys":[],
                                "StorageDescriptor":{"Columns":[],"Location":"s3://lake-bucket/%s/","InputFormat":"org.apache.hadoop.mapred.TextInputFormat",
                                "OutputFormat":"org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
                                "SerdeInfo":{"SerializationLibrary":"org.openx.data.jsonserde.JsonSerDe","Parameters":{}}}}}
                                """
                                        .formatted(name, name));
        for (String column : columns.split(",")) {
            ((ArrayNode) entry.at("/table/StorageDescriptor/Columns"))
                    .addObject()
                    .put("Name", column.split(" ")[0])
                    .put("Type", column.split(" ")[1]);
        }
        return entry;
    }

    /// `path/<symbol>/<symbol>.csv`, as Alpha Vantage sends it: the newest day first.
    void writeSeedDaily() throws IOException {
        for (String symbol : symbols) {
            Path file = bucket.resolve("path/%s/%s.csv".formatted(symbol, symbol));
            Files.createDirectories(file.getParent());
            List<String> lines =
                    new ArrayList<>(daily(symbol).map(SeedLakes::alphaVantage).toList());
            lines.add("timestamp,open,high,low,close,volume");
            Files.write(file, lines.reversed());
        }
    }

    private static String alphaVantage(Daily bar) {
        return "%s,%.4f,%.4f,%.4f,%.4f,%d"
                .formatted(bar.day(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    /// The files of `path/` and `firehose/` once more, as `import` stores them: of these the Spark
    /// job makes the tables.
    void writeRawZone() throws IOException {
        for (String symbol : symbols) {
            raw(
                    symbol,
                    "daily_%s.csv".formatted(symbol),
                    bucket.resolve("path/%s/%<s.csv".formatted(symbol)));
        }
        for (LocalDate day : days(LAST_DAY.minusDays(27))) {
            raw("MULTI", "delivery-%s.jsonl".formatted(day), delivery(day));
        }
    }

    private void raw(String symbol, String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String sha256 = sha256(bytes);
        Path body =
                bucket.resolve("raw/import/%s-%s.body".formatted(symbol, sha256.substring(0, 12)));
        Files.createDirectories(body.getParent());
        Files.write(body, bytes);
        Files.writeString(
                body.resolveSibling(body.getFileName().toString().replace(".body", ".json")),
                """
                {"source":"import","provider":"%s","symbol":"%s","symbol_given":false,"name":"%s","form":"any","labels":null,"sha256":"%s","bytes":%d,"imported_at":"2025-10-30T12:00:00Z","fetched_at":null}
                """
                        .formatted(
                                symbol.equals("MULTI") ? "yahoo" : "alphavantage",
                                symbol,
                                name,
                                sha256,
                                bytes.length));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path delivery(LocalDate day) {
        return bucket.resolve("firehose/%tY/%<tm/%<td/21/delivery".formatted(day));
    }

    private record Daily(
            LocalDate day, double open, double high, double low, double close, long volume) {}

    private static Stream<Daily> daily(String symbol) {
        Random random = new Random(symbol.hashCode());
        List<Daily> bars = new ArrayList<>();
        double price = 20 + random.nextInt(300);
        for (LocalDate day : days(LocalDate.of(2000, 11, 1))) {
            double open = price * Math.exp(random.nextGaussian() / 200);
            price *= Math.exp(random.nextGaussian() / 80);
            bars.add(
                    new Daily(
                            day,
                            open,
                            Math.max(open, price) * 1.004,
                            Math.min(open, price) / 1.004,
                            price,
                            1_000_000 + random.nextInt(50_000_000)));
        }
        return bars.stream();
    }

    private static List<LocalDate> days(LocalDate first) {
        return first.datesUntil(LAST_DAY.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    /// One object a record, and ours: JSON lines, 500 quotes an object.
    void writeQuotes() throws IOException {
        for (LocalDate day : days(LAST_DAY.minusDays(5))) {
            List<String> ours = new ArrayList<>();
            Random random = new Random(day.toEpochDay());
            for (int i = 0; i < QUOTES_A_DAY; i++) {
                ZonedDateTime time = day.atTime(10 + i, 0).atZone(NEW_YORK);
                for (String symbol : symbols) {
                    String quote = quote(symbol, time, random);
                    Path file =
                            bucket.resolve(
                                    "raw_data/%s/%s.json"
                                            .formatted(symbol, time.toInstant().getEpochSecond()));
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, quote + "}\n");
                    ours.add(
                            quote
                                    + ",\"provider\":\"yahoo\",\"feed\":\"sampled\",\"schema_version\":1,\"sequence\":1}");
                }
            }
            for (int from = 0; from < ours.size(); from += 500) {
                Path file =
                        bucket.resolve("quotes/dt=%s/hour=14/batch-%05d.json".formatted(day, from));
                Files.createDirectories(file.getParent());
                Files.write(file, ours.subList(from, Math.min(ours.size(), from + 500)));
            }
        }
    }

    private static String quote(String symbol, ZonedDateTime time, Random random) {
        double previous = 100 + random.nextInt(200);
        double price = previous * (1 + random.nextGaussian() / 40);
        return String.format(
                Locale.ROOT,
                "{\"symbol\":\"%s\",\"open\":%.2f,\"high\":%.2f,\"low\":%.2f,\"price\":%.2f,\"previous_close\":%.2f,\"change\":%.2f,\"change_percent\":%.4f,\"volume\":%d,\"timestamp\":\"%s\"",
                symbol,
                previous,
                price * 1.01,
                price / 1.01,
                price,
                previous,
                price - previous,
                (price - previous) / previous * 100,
                random.nextInt(10_000_000),
                time.toInstant());
    }

    /// Firehose's JSON lines, an object a day.
    void writeFiveMinuteBars() throws IOException {
        for (LocalDate day : days(LAST_DAY.minusDays(27))) {
            Random random = new Random(day.toEpochDay());
            Path file = delivery(day);
            Files.createDirectories(file.getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (String symbol : symbols) {
                    for (int i = 0; i < 78; i++) {
                        ZonedDateTime start =
                                day.atTime(LocalTime.of(9, 30))
                                        .atZone(NEW_YORK)
                                        .plusMinutes(5L * i);
                        double high = 100 + random.nextDouble();
                        double low = high - random.nextDouble();
                        out.write(
                                "{\"high\": %s,\"low\": %s,\"ts\": \"%s\",\"name\": \"%s\"}\n"
                                        .formatted(high, low, OFFSET.format(start), symbol));
                    }
                }
            }
        }
    }
}
