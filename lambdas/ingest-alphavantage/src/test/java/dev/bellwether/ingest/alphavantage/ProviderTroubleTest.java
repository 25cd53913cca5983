package dev.bellwether.ingest.alphavantage;

import static dev.bellwether.ingest.alphavantage.Harness.HEADER;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_28;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_29;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a provider may do to us: nothing of it becomes data, the redacted bytes and a reason are
/// kept, other symbols go on.
class ProviderTroubleTest {
    private final Harness harness = new Harness("AAPL,MSFT,IBM");

    @AfterEach
    void stop() {
        harness.close();
    }

    @ParameterizedTest
    @CsvSource({
        "burst.json, provider-failure, throttled",
        "invalid-api-call.json, provider-failure, unknown-symbol",
        "empty-quote.json, provider-failure, empty",
        "maintenance.html, unusable-body, malformed"
    })
    void aFailureBodyFailsItsSymbolAlone(String fixture, String reason, String kind)
            throws IOException {
        harness.lakeHas("AAPL", OCT_28);
        harness.provider
                .answers("AAPL", Fixture.text(fixture))
                .answers("MSFT", HEADER + OCT_29)
                .answers("IBM", HEADER + OCT_29);

        JsonNode symbols = harness.run().path("symbols");

        assertThat(symbols.findValuesAsText("outcome"))
                .containsExactly("failed", "loaded", "loaded");
        assertThat(symbols.path(0).path("reason").asText()).startsWith(kind + ": ");
        assertThat(symbols.path(0).path("rows").asInt()).isEqualTo(1);
        assertThat(symbols.path(0).path("rejected").asInt()).isEqualTo(1);
        assertThat(harness.lakeBars("AAPL").lines()).hasSize(2);
        assertThat(harness.quarantined()).contains("\"" + reason + "\"").contains("\"AAPL\"");
        String rawKey = rawBodies("AAPL").getFirst();
        assertThat(harness.s3.text(rawKey)).isEqualTo(Fixture.text(fixture));
        assertThat(harness.quarantined()).contains(rawKey);
    }

    @Test
    void aBurstIsTriedAgainAfterMoreThanASecond() throws IOException {
        harness.provider.answers("AAPL", Fixture.text("burst.json"), HEADER + OCT_29);

        JsonNode row = harness.run(only("AAPL")).path("symbols").path(0);

        assertThat(row.path("outcome").asText()).isEqualTo("loaded");
        assertThat(row.path("rejected").asInt()).isZero();
        assertThat(harness.time.pauses()).startsWith(Duration.ofMillis(1200));
        assertThat(harness.provider.asked()).hasSize(2);
    }

    @Test
    void aThrottleThatStaysIsNotAskedAgainAndAgain() throws IOException {
        harness.provider.answers("AAPL", Fixture.text("five-per-minute.json"));

        harness.run(only("AAPL"));

        assertThat(harness.provider.asked()).hasSize(3);
        assertThat(harness.time.pauses())
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void noCallIsWaitedForBeyondTheInvocationsTime() throws IOException {
        harness.context.leave(60_000);
        harness.provider.answers("AAPL", Fixture.text("five-per-minute.json"));

        JsonNode row = harness.run(only("AAPL")).path("symbols").path(0);

        assertThat(row.path("reason").asText()).startsWith("transient: no time left");
        assertThat(harness.provider.asked()).hasSize(1);
    }

    @Test
    void callsOfARunAreSpacedApart() throws IOException {
        harness.provider
                .answers("AAPL", HEADER + OCT_29)
                .answers("MSFT", HEADER + OCT_29)
                .answers("IBM", HEADER + OCT_29);

        harness.run();

        assertThat(harness.time.pauses())
                // Three for bars, two for the corporate actions of the symbol whose turn it is.
                .hasSize(4)
                .containsOnly(Duration.ofMillis(1100));
    }

    @Test
    void theEndOfTheDaysQuotaEndsTheRunsCalls() throws IOException {
        harness.provider
                .answers("AAPL", HEADER + OCT_29)
                .answers("MSFT", Fixture.text("daily-limit.json"));

        JsonNode symbols = harness.run().path("symbols");

        assertThat(symbols.findValuesAsText("outcome"))
                .containsExactly("loaded", "failed", "failed");
        assertThat(symbols.path(2).path("reason").asText())
                .startsWith("not asked: quota-exhausted: ");
        assertThat(harness.provider.asked()).containsExactly("AAPL full", "MSFT full");
    }

    @Test
    void aRefusedKeyEndsTheRunsCalls() throws IOException {
        harness.provider.answers("AAPL", Fixture.text("apikey-invalid.json"));

        JsonNode symbols = harness.run().path("symbols");

        assertThat(symbols.findValuesAsText("reason"))
                .allMatch(reason -> reason.contains("auth: "));
        assertThat(harness.provider.asked()).containsExactly("AAPL full");
    }

    @Test
    void aPlanWithoutTheFullSeriesGetsTheCompactOneAndIsAskedOnlyOnce() throws IOException {
        harness.provider
                .answers("AAPL", Fixture.text("full-is-premium.json"), HEADER + OCT_29)
                .answers("MSFT", HEADER + OCT_29)
                .answers("IBM", HEADER + OCT_29);

        JsonNode symbols = harness.run().path("symbols");

        assertThat(symbols.findValuesAsText("outcome"))
                .containsExactly("loaded", "loaded", "loaded");
        assertThat(symbols)
                .allSatisfy(row ->
                        assertThat(row.path("notes").toString())
                                .contains(
                                        "outputsize=full is not in the key's plan: asked for the newest 100 bars only"));
        assertThat(harness.provider.asked())
                .containsExactly("AAPL full", "AAPL compact", "MSFT compact", "IBM compact");
        assertThat(harness.quarantined()).isEmpty();
    }

    @Test
    void aBodyThatEndsWithinALineIsRefusedWhole() throws IOException {
        harness.provider.answers(
                "AAPL", HEADER + OCT_29 + OCT_28.substring(0, OCT_28.length() - 4));

        JsonNode row = harness.run(only("AAPL")).path("symbols").path(0);

        assertThat(row.path("outcome").asText()).isEqualTo("failed");
        assertThat(row.path("reason").asText()).contains("the body was cut");
        assertThat(harness.s3.keys("bars/")).isEmpty();
        assertThat(harness.table.items()).isEmpty();
        assertThat(harness.quarantined()).contains("\"unusable-body\"");
    }

    @Test
    void aBodyShorterThanAnnouncedIsRefusedWholeAndKept() throws IOException {
        harness.provider.cutsOff("AAPL", HEADER + OCT_29 + OCT_28);

        JsonNode row = harness.run(only("AAPL")).path("symbols").path(0);

        assertThat(row.path("reason").asText()).startsWith("transient: the body was cut");
        assertThat(harness.provider.asked()).hasSize(3);
        assertThat(harness.s3.text(rawBodies("AAPL").getFirst()))
                .isEqualTo(HEADER + OCT_29 + OCT_28);
        assertThat(harness.quarantined()).contains("\"unusable-body\"");
    }

    @Test
    void aProviderInTroubleIsAskedAgain() throws IOException {
        harness.provider.answersWithStatus(503, "AAPL", "<html>").answers("AAPL", HEADER + OCT_29);

        assertThat(harness.run(only("AAPL")).at("/symbols/0/outcome").asText()).isEqualTo("loaded");
    }

    @Test
    void badRowsAreQuarantinedEachWithItsReasonAndTheOthersLoaded() throws IOException {
        harness.provider.answers(
                "AAPL",
                HEADER
                        + OCT_29
                        + "2025-10-28,100.0,99.0,101.0,100.0,5\n"
                        + "2025-10-27,100.0,101.0,99.0,100.0,-5\n"
                        + "2025-10-24,x,101.0,99.0,100.0,5\n"
                        + "2025-10-23,100.0,101.0,99.0,100.0,5\n"
                        + "2025-10-23,100.0,101.0,99.0,100.5,5\n");

        JsonNode row = harness.run(only("AAPL")).path("symbols").path(0);

        assertThat(row.path("outcome").asText()).isEqualTo("loaded");
        assertThat(row.path("rows").asInt()).isEqualTo(2);
        assertThat(row.path("rejected").asInt()).isEqualTo(4);
        assertThat(harness.s3.keys("quarantine/")).hasSize(4);
        assertThat(harness.quarantined())
                .contains("\"impossible\"", "\"unparsable\"", "\"conflicting-duplicate\"")
                .contains("high 99.0 is below low 101.0", "volume -5 is negative");
    }

    @Test
    void aSeriesOfBadRowsAloneFails() throws IOException {
        harness.provider.answers("AAPL", HEADER + "2025-10-28,100.0,99.0,101.0,100.0,5\n");

        JsonNode row = harness.run(only("AAPL")).path("symbols").path(0);

        assertThat(row.path("outcome").asText()).isEqualTo("failed");
        assertThat(row.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void theKeyIsInNothingThatIsStoredLoggedOrAnswered() throws IOException {
        harness.provider
                .answers(
                        "AAPL",
                        Fixture.text("daily-limit-with-key.json")
                                .replace("25 requests per day", "hello"))
                .answers("MSFT", HEADER + OCT_29 + "{key},{url},1,1,1,1\n")
                .answers("IBM", Fixture.text("daily-limit-with-key.json"));

        JsonNode answer = harness.run();

        assertThat(answer.path("symbols").findValuesAsText("outcome"))
                .containsExactly("failed", "loaded", "failed");
        assertThat(harness.s3.text(rawBodies("IBM").getFirst()))
                .isEqualTo(
                        Fixture.text("daily-limit-with-key.json")
                                .replace("{key}", "X".repeat(Harness.KEY.length())));
        List<String> everything = new ArrayList<>(harness.context.log());
        everything.add(answer.toString());
        harness.s3
                .objects()
                .forEach((key, bytes) -> {
                    everything.add(key);
                    everything.add(new String(bytes, StandardCharsets.UTF_8));
                });
        assertThat(everything)
                .hasSizeGreaterThan(10)
                .allSatisfy(text ->
                        assertThat(text)
                                .doesNotContainIgnoringCase("PLACEHOLDER", "KEY+42", "KEY%2B42"));
        assertThat(harness.quarantined()).contains("XXXXXXXXXXXXXXXXXX");
    }

    private List<String> rawBodies(String symbol) {
        return harness.s3.keys("raw/alphavantage/dt=2025-10-29/" + symbol + "-").stream()
                .filter(key -> key.endsWith(".body"))
                .toList();
    }

    private static String only(String symbol) {
        return "{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"symbols\":[\"%s\"]}"
                .formatted(symbol);
    }
}
