package dev.bellwether.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.QuoteJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/// What the deployed quote stream does when its function has a bug, and when its container is
/// stopped.
@OnLocalStack
@Order(60)
final class StreamFaultTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int A_WHOLE_BATCH = 500;

    /// After the suite's market day, so that its rows are not touched.
    private static final Instant FIRST = Instant.parse("2025-12-01T15:00:00Z");

    @TempDir Path folder;

    private AwsClients clients;
    private Deployment deployment;
    private String table;
    private String function;

    @BeforeEach
    void setUp(LocalStack localStack, Deployment deployed) {
        clients = localStack.clients();
        deployment = deployed;
        table = deployed.only("AWS::DynamoDB::Table", "Market").physicalId();
        function = deployed.only("AWS::Lambda::Function", "StreamProcessor").physicalId();
    }

    @Test
    void aStoppedContainerLosesNothingAndDoublesNothing(LocalStack localStack) throws IOException {
        String symbol = "STOP";
        int round = 0;
        int before;
        int stopped;
        do { // until the stop falls into the middle of a batch
            assertThat(round).as("stops that came too late").isLessThan(5);
            int first = round * A_WHOLE_BATCH;
            put(quotes(symbol, first, A_WHOLE_BATCH));
            await("the batch's first rows", () -> rows(symbol).size() > first);
            stopped = localStack.stop(function.toLowerCase(java.util.Locale.ROOT));
            before = rows(symbol).size();
            round++;
        } while (before == round * A_WHOLE_BATCH);
        int all = round * A_WHOLE_BATCH;
        assertThat(stopped).isPositive();
        Timings.note("stopped the stream processor after %d of %d rows".formatted(before, all));

        Timings.measured(
                "after the stop",
                () -> await("all rows and lines", () -> landed(symbol).size() >= all));

        Set<String> expected = timestamps(all);
        assertThat(rows(symbol)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(landed(symbol)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aPoisonRecordEndsInTheFailureBucketAndNothingElseIsLost() throws IOException {
        String symbol = "POISON";
        String bucket = deployment.only("AWS::S3::Bucket", "Failures").physicalId();
        int all = 2 * A_WHOLE_BATCH - 1; // whole batches, so that no window has to pass
        install(FaultyHandler.class);
        // Last in its batch: AWS would split the batch until the poison is alone, LocalStack does
        // not split (docs/reference/fidelity.md).
        List<byte[]> records = new ArrayList<>(quotes(symbol, 0, A_WHOLE_BATCH - 1));
        records.add(FaultyHandler.POISON.getBytes(StandardCharsets.UTF_8));

        Timings.measured(
                "poison to failure bucket",
                () -> {
                    put(records);
                    await("the failure", () -> !poisons(bucket).isEmpty());
                });
        Timings.measured(
                "what came after the poison",
                () -> {
                    put(quotes(symbol, A_WHOLE_BATCH - 1, A_WHOLE_BATCH));
                    await("all rows and lines", () -> landed(symbol).size() >= all);
                });

        assertThat(rows(symbol)).containsExactlyInAnyOrderElementsOf(timestamps(all));
        assertThat(landed(symbol)).containsExactlyInAnyOrderElementsOf(timestamps(all));
        assertThat(poisons(bucket)).containsExactly(FaultyHandler.POISON);
    }

    /// The deployed function with one class more, and that as its handler.
    private void install(Class<?> handler) throws IOException {
        Path sound =
                Suite.home()
                        .resolve("lambdas/stream-processor/target/stream-processor-function.jar");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        String entry = handler.getName().replace('.', '/') + ".class";
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(sound));
                ZipOutputStream out = new ZipOutputStream(jar);
                InputStream added = handler.getResourceAsStream("/" + entry)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(next.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry(entry));
            java.util.Objects.requireNonNull(added).transferTo(out);
        }
        clients.lambda()
                .updateFunctionCode(update ->
                        update.functionName(function)
                                .zipFile(SdkBytes.fromByteArray(jar.toByteArray())));
        clients.lambda().waiter().waitUntilFunctionUpdatedV2(get -> get.functionName(function));
        clients.lambda()
                .updateFunctionConfiguration(
                        update -> update.functionName(function).handler(handler.getName()));
        clients.lambda().waiter().waitUntilFunctionUpdatedV2(get -> get.functionName(function));
    }

    private void put(List<byte[]> records) {
        String stream = deployment.only("AWS::Kinesis::Stream", "Quotes").physicalId();
        List<PutRecordsRequestEntry> entries =
                records.stream()
                        .map(data ->
                                PutRecordsRequestEntry.builder()
                                        .partitionKey("fault test")
                                        .data(SdkBytes.fromByteArray(data))
                                        .build())
                        .toList();
        assertThat(
                        clients.kinesis()
                                .putRecords(put -> put.streamName(stream).records(entries))
                                .records())
                .extracting(PutRecordsResultEntry::errorCode)
                .containsOnlyNulls();
    }

    private static List<byte[]> quotes(String symbol, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> QuoteJson.write(quote(symbol, i)))
                .toList();
    }

    private static Quote quote(String symbol, int second) {
        BigDecimal price = new BigDecimal("10.25");
        return new Quote(
                Symbol.of(symbol),
                price,
                price,
                price,
                price,
                price,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                second,
                FIRST.plusSeconds(second),
                Provider.YAHOO,
                "composite",
                0);
    }

    private static Set<String> timestamps(int count) {
        return IntStream.range(0, count)
                .mapToObj(second -> FIRST.plusSeconds(second).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Timestamps of the symbol's rows.
    private List<String> rows(String symbol) {
        return MarketRows.of(clients.dynamoDb(), table).stream()
                .filter(row ->
                        row.getOrDefault("symbol", "").equals("S " + symbol)
                                && row.getOrDefault("sk", "").startsWith("S quote#"))
                .map(row -> row.getOrDefault("timestamp", "").substring(2))
                .toList();
    }

    /// Timestamps of the symbol's lines in the lake, as often as they are there.
    private List<String> landed(String symbol) {
        String lake = deployment.only("AWS::S3::Bucket", "Lake").physicalId();
        new BucketCopy(clients.s3(), lake, folder.resolve("copy/lake")).out();
        return LakeRows.of(folder.resolve("copy")).quotes().stream()
                .map(Json::parse)
                .filter(line -> line.path("symbol").asText().equals(symbol))
                .map(line -> line.path("timestamp").asText())
                .toList();
    }

    /// The data of the records in the bucket.
    private List<String> poisons(String bucket) {
        List<String> data = new ArrayList<>();
        for (var object :
                clients.s3().listObjectsV2Paginator(list -> list.bucket(bucket)).contents()) {
            JsonNode given =
                    Json.parse(
                            clients.s3()
                                    .getObjectAsBytes(get -> get.bucket(bucket).key(object.key()))
                                    .asByteArray());
            // AWS writes the event's text, LocalStack the event itself.
            JsonNode payload = given.path("payload");
            JsonNode event = payload.isTextual() ? Json.parse(payload.asText()) : payload;
            for (JsonNode record : event.path("Records")) {
                byte[] bytes = Base64.getDecoder().decode(record.at("/kinesis/data").asText());
                data.add(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return data;
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        Await.until(what, PATIENCE, condition);
    }
}
