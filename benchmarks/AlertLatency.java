import dev.bellwether.cli.home.Home;
import dev.bellwether.local.LocalAws;
import dev.bellwether.local.LocalAwsSettings;
import dev.bellwether.local.training.JvmTrainingRunner.EntryPoint;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/// How long from a quote in Kinesis to the message in the outbox, on this machine, under load: the stacks run on the wall
/// clock, each symbol's quotes make a 1-minute bar close beyond a level every two seconds, and each bar is an alert.
final class AlertLatency {
    private static final Instant OPEN = Instant.parse("2026-10-30T13:30:00Z");
    private static final Pattern PUBLISHED = Pattern.compile("\"subject\":\"CRITICAL: (SYM\\d+): closed (?:above|below) [^\"]* the 1m bar of (\\d\\d:\\d\\d)");

    public static void main(String[] arguments) throws Exception {
        Path assembly = Path.of(arguments[0]).toAbsolutePath();
        int symbols = Integer.parseInt(arguments[1]);
        int minutes = Integer.parseInt(arguments[2]);
        Path state = Files.createTempDirectory("bellwether-latency-");
        Home home = Home.current();
        var settings = new LocalAwsSettings(assembly, state, home.root(), home.java(), home.node(), Map.of(),
                Map.of("PROVIDER_ENDPOINT_URL_YAHOO", "http://127.0.0.1:9", "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE", "http://127.0.0.1:9"),
                new EntryPoint(List.of(), "none.jar", "None"), InstantSource.system(), _ -> {});
        try (LocalAws aws = LocalAws.start(settings)) {
            DynamoDbClient dynamo = DynamoDbClient.builder().endpointOverride(aws.engines().dynamoDb()).region(Region.US_EAST_1)
                    .credentialsProvider(credentials()).httpClient(UrlConnectionHttpClient.create()).build();
            KinesisClient kinesis = KinesisClient.builder().endpointOverride(aws.engines().kinesis()).region(Region.US_EAST_1)
                    .credentialsProvider(credentials()).httpClient(UrlConnectionHttpClient.create()).build();
            String table = dynamo.listTables().tableNames().getFirst();
            String stream = kinesis.listStreams().streamNames().getFirst();
            dynamo.putItem(put -> put.tableName(table).item(rule()));
            Thread.ofPlatform().daemon().start(aws::runOnWallClock);
            Map<String, Long> sentAt = new ConcurrentHashMap<>();
            Map<String, Long> seenAt = new HashMap<>();
            Thread watch = Thread.ofPlatform().daemon().start(() -> watch(state.resolve("outbox"), seenAt));
            int quotes = 0;
            for (int half = 0; half < minutes * 2; half++) {
                long due = System.nanoTime() + 1_000_000_000L;
                Instant at = OPEN.plusSeconds(30L * half);
                // A quote at the start of minute m closes the bar of minute m - 2: its end and the horizon of 60 s have passed.
                String closed = half % 2 == 0 && half >= 4 ? clock(at.minusSeconds(120)) : "";
                List<PutRecordsRequestEntry> entries = new ArrayList<>();
                for (int i = 0; i < symbols; i++) {
                    entries.add(quote("SYM" + i, at, half / 2 % 2 == 0 ? "99" : "101"));
                    if (!closed.isEmpty()) {
                        sentAt.put("SYM" + i + " " + closed, System.nanoTime());
                    }
                }
                kinesis.putRecords(put -> put.streamName(stream).records(entries));
                quotes += entries.size();
                while (System.nanoTime() < due) {
                    Thread.sleep(1);
                }
            }
            // The first bar of a symbol is its first side; every other one crosses.
            int expected = symbols * (minutes - 3);
            for (int waited = 0; seenAt.size() < expected && waited < 60; waited++) {
                Thread.sleep(1000);
            }
            report(symbols, quotes, expected, sentAt, seenAt);
        }
    }

    private static void report(int symbols, int quotes, int expected, Map<String, Long> sentAt, Map<String, Long> seenAt) {
        double[] seconds = seenAt.entrySet().stream().filter(seen -> sentAt.containsKey(seen.getKey()))
                .mapToDouble(seen -> (seen.getValue() - sentAt.get(seen.getKey())) / 1e9).sorted().toArray();
        System.out.printf(Locale.ROOT, "%d symbols, %d quotes, %d a second; %d alerts of %d expected%n", symbols, quotes, symbols, seconds.length, expected);
        System.out.printf(Locale.ROOT, "p50 %.2f s, p90 %.2f s, p99 %.2f s, most %.2f s%n", at(seconds, 0.5), at(seconds, 0.9), at(seconds, 0.99), at(seconds, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    private static String clock(Instant at) {
        return at.atZone(java.time.ZoneId.of("America/New_York")).toLocalTime().toString();
    }

    /// Notes when a line of the outbox is there.
    private static void watch(Path outbox, Map<String, Long> seenAt) {
        Map<Path, Long> read = new HashMap<>();
        while (true) {
            try (Stream<Path> files = Files.isDirectory(outbox) ? Files.list(outbox) : Stream.of()) {
                for (Path file : files.toList()) {
                    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
                        long from = read.getOrDefault(file, 0L);
                        byte[] more = new byte[(int) (open.length() - from)];
                        open.seek(from);
                        open.readFully(more);
                        int end = lastLineEnd(more);
                        long now = System.nanoTime();
                        Matcher lines = PUBLISHED.matcher(new String(more, 0, end, StandardCharsets.UTF_8));
                        while (lines.find()) {
                            seenAt.putIfAbsent(lines.group(1) + " " + lines.group(2), now);
                        }
                        read.put(file, from + end);
                    }
                }
                Thread.sleep(5);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    private static PutRecordsRequestEntry quote(String symbol, Instant at, String price) {
        String json = """
                {"symbol":"%s","open":100,"high":102,"low":98,"price":%s,"previous_close":100,"change":0,"change_percent":0,"volume":%d,\
                "timestamp":"%s","provider":"yahoo","feed":"composite","schema_version":1}"""
                .formatted(symbol, price, Duration.between(OPEN, at).toSeconds() * 10, at);
        return PutRecordsRequestEntry.builder().partitionKey(symbol).data(SdkBytes.fromUtf8String(json)).build();
    }

    private static Map<String, AttributeValue> rule() {
        Map<String, AttributeValue> rule = new HashMap<>();
        for (String[] text : new String[][] {{"symbol", "#rules"}, {"sk", "rule#latency"}, {"rule_id", "latency"}, {"kind", "price-level:100"},
                {"feed", "sampled"}, {"basis", "split"}, {"timeframe", "1m"}, {"severity", "critical"}, {"status", "enabled"},
                {"since", "1970-01-01T00:00:00Z"}}) {
            rule.put(text[0], AttributeValue.fromS(text[1]));
        }
        for (String[] number : new String[][] {{"version", "1"}, {"band", "0"}, {"cool_down_bars", "0"}, {"longest_gap", "100"}}) {
            rule.put(number[0], AttributeValue.fromN(number[1]));
        }
        return rule;
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }
}
