package dev.bellwether.ingest.alphavantage;

import static dev.bellwether.ingest.alphavantage.Harness.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the function learns of splits and dividends. AAPL's turn is on the run's day, the second of
/// two symbols' is not.
class CorporateActionsTest {
    private static final String BEFORE_SPLIT = "2025-10-28,400,404,396,400,1000\n";
    private static final String AFTER_SPLIT = "2025-10-29,100,102,99,101,4000\n";
    private static final String QUIET = "2025-10-29,401,404,396,400,1000\n";
    private static final String SPLITS = "effective_date,split_factor\n2025-10-29,4.0000\n";
    private static final String QUOTA =
            "{\"Information\":\"We have detected your API key as {key} and our standard API rate limit is 25 requests per day.\"}";

    private final Harness harness = new Harness("AAPL");

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aJumpIsExplainedBeforeItsBarIsWritten() throws IOException {
        harness.provider
                .answers("AAPL", HEADER + AFTER_SPLIT + BEFORE_SPLIT)
                .answersActions(ActionKind.SPLITS, "AAPL", SPLITS);

        JsonNode row = harness.runOne();

        assertThat(row.path("outcome").asText()).isEqualTo("loaded");
        assertThat(row.path("notes")).isEmpty();
        assertThat(harness.table.writes())
                .startsWith(
                        List.of("fact#split#2025-10-29"),
                        List.of("bar#1d#2025-10-28"),
                        List.of("bar#1d#2025-10-29"));
        assertThat(harness.table.items().get("AAPL/fact#split#2025-10-29"))
                .containsEntry("new_shares", AttributeValue.fromS("4"))
                .containsEntry("old_shares", AttributeValue.fromS("1"));
        assertThat(harness.table.items().keySet()).noneMatch(key -> key.contains("condition"));
    }

    @Test
    void aJumpThatNoSplitExplainsDegradesItsDay() throws IOException {
        harness.provider.answers("AAPL", HEADER + AFTER_SPLIT + BEFORE_SPLIT);

        harness.run();

        assertThat(harness.table.items().get("AAPL/fact#condition#1d#2025-10-29"))
                .containsEntry("condition", AttributeValue.fromS("degraded"))
                .containsEntry("reason", AttributeValue.fromS("jump without a known split"));
    }

    @Test
    void anAnswerIsKeptInTheRawZoneWithoutTheKey() throws IOException {
        harness.provider
                .answers("AAPL", HEADER + QUIET)
                .answersActions(ActionKind.SPLITS, "AAPL", SPLITS);

        harness.run();

        assertThat(harness.s3.keys("raw/alphavantage/dt=2025-10-29/AAPL-").stream())
                .filteredOn(key -> key.endsWith(".body"))
                .map(harness.s3::text)
                .contains(SPLITS);
        assertThat(harness.s3.keys("raw/alphavantage/dt=2025-10-29/AAPL-").stream())
                .map(harness.s3::text)
                .noneMatch(text -> text.contains("PLACEHOLDER"));
    }

    @Test
    void withoutAJumpOneSymbolADayIsAskedFor() throws IOException {
        try (Harness two = new Harness("AAPL,NVDA")) {
            two.provider.answers("AAPL", HEADER + QUIET).answers("NVDA", HEADER + QUIET);

            two.run();
            List<String> first = List.copyOf(two.provider.askedActions());
            two.run("{\"scheduledTime\":\"2025-10-31T04:00:00Z\"}");

            assertThat(first).hasSize(2).doesNotHaveDuplicates();
            assertThat(two.provider.askedActions())
                    .containsExactlyInAnyOrder(
                            "SPLITS AAPL", "DIVIDENDS AAPL", "SPLITS NVDA", "DIVIDENDS NVDA");
        }
    }

    @Test
    void aBackfillAsksForThoseOfAllItsSymbols() throws IOException {
        try (Harness two = new Harness("AAPL,NVDA")) {
            two.provider.answers("AAPL", HEADER + QUIET).answers("NVDA", HEADER + QUIET);

            two.run("{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"mode\":\"backfill\"}");

            assertThat(two.provider.askedActions())
                    .containsExactlyInAnyOrder(
                            "SPLITS AAPL", "DIVIDENDS AAPL", "SPLITS NVDA", "DIVIDENDS NVDA");
        }
    }

    @Test
    void aSpentQuotaIsNotedAndCostsNoBar() throws IOException {
        harness.provider
                .answers("AAPL", HEADER + QUIET)
                .answersActions(ActionKind.SPLITS, "AAPL", QUOTA);

        JsonNode row = harness.runOne();

        assertThat(row.path("outcome").asText()).isEqualTo("loaded");
        assertThat(row.path("notes").path(0).asText())
                .startsWith("SPLITS could not be had: quota-exhausted: ");
        assertThat(row.path("notes").path(1).asText())
                .startsWith("DIVIDENDS could not be had: quota-exhausted: ");
        assertThat(harness.provider.askedActions()).containsExactly("SPLITS AAPL");
        assertThat(harness.quarantined()).contains("provider-failure");
        assertThat(Objects.requireNonNull(harness.lakeBars("AAPL"))).contains("2025-10-29");
    }
}
