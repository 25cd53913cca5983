package dev.bellwether.ingest.alphavantage;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.ingest.ApiKey;
import dev.bellwether.market.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The function on a bucket and a table in memory, against a provider on loopback. It lives on
/// after a failed invocation, as what it stored does.
final class Harness implements AutoCloseable {
    /// The night after the session of 2025-10-29.
    static final String EVENT = "{\"scheduledTime\":\"2025-10-30T04:00:00Z\"}";

    static final String KEY = "PLACEHOLDER/KEY+42";
    static final String HEADER = "timestamp,open,high,low,close,volume\n";
    static final String OCT_30 = "2025-10-30,271.9900,274.1400,268.4800,271.4000,69886534\n";
    static final String OCT_29 = "2025-10-29,269.2750,271.4100,267.1100,269.7000,51086742\n";
    static final String OCT_28 = "2025-10-28,268.9850,269.8900,268.1500,269.0000,41534759\n";
    static final String OCT_27 = "2025-10-27,264.8800,269.1200,264.6501,268.8100,44888152\n";

    final FakeProvider provider = new FakeProvider();
    final InMemoryS3 s3 = new InMemoryS3();
    final InMemoryTable table = new InMemoryTable();
    final ManualTime time = new ManualTime();
    final FakeContext context = new FakeContext();
    private final IngestAlphaVantageHandler handler;

    Harness(String symbols) {
        AlphaVantageSettings settings =
                AlphaVantageSettings.from(
                        Map.of(
                                "SYMBOLS", symbols,
                                "LAKE_BUCKET", "lake",
                                "MARKET_TABLE", "Market",
                                "ALPHAVANTAGE_KEY_PARAMETER", "/bellwether/key",
                                "AWS_REGION", "us-east-1",
                                "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE", provider.url().toString()));
        handler =
                new IngestAlphaVantageHandler(
                        AwsWiring.wire(
                                settings,
                                new S3Lake(s3, settings.lakeBucket()),
                                new BarTable(table, settings.marketTable(), time),
                                () -> new ApiKey(KEY),
                                time,
                                time),
                        settings.symbols());
    }

    /// Rows as the lake has them before the run.
    void lakeHas(String symbol, String... rows) {
        s3.store(
                "bars/daily/" + symbol + ".csv",
                "symbol,trading_day,open,high,low,close,volume,provider,basis,flags\n"
                        + Stream.of(rows)
                                .map(row -> symbol + "," + row.strip() + ",alphavantage,raw,\n")
                                .collect(Collectors.joining()));
    }

    String lakeBars(String symbol) {
        return s3.text("bars/daily/" + symbol + ".csv");
    }

    /// What is in quarantine for the run's day.
    String quarantined() {
        return s3.keys("quarantine/dt=2025-10-29/").stream()
                .map(s3::text)
                .collect(Collectors.joining());
    }

    JsonNode run() throws IOException {
        return run(EVENT);
    }

    JsonNode run(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                answer,
                (Context) context);
        return new JsonMapper().readTree(answer.toByteArray());
    }

    /// The answer's entry of the first symbol.
    JsonNode runOne() throws IOException {
        return run().path("symbols").path(0);
    }

    /// Many sessions' rows, ascending, the newest on the run's day.
    static String rowsUntilOctober29(int count) {
        LocalDate day = TradingCalendar.nyse().plusSessions(LocalDate.parse("2025-10-29"), -count);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            day = TradingCalendar.nyse().next(day);
            rows.append(
                    "%s,100.0000,101.0000,99.0000,%d.5000,%d\n"
                            .formatted(day, 99 + i % 2, 1000 + i));
        }
        return rows.toString();
    }

    @Override
    public void close() {
        provider.close();
    }
}
