package dev.bellwether.ingest.alphavantage;

import static dev.bellwether.ingest.alphavantage.Harness.HEADER;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_27;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_28;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_29;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_30;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The function where nothing goes wrong.
class LoadTest {
    private final Harness harness = new Harness("AAPL");

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aSymbolWithoutBarsIsLoadedInFull() throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_29 + OCT_28);

        JsonNode answer = harness.run();

        assertThat(answer)
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        """
                                        {"runDay":"2025-10-29","symbols":[{"symbol":"AAPL","outcome":"loaded","rows":2,"newRows":2,
                                        "rejected":0,"lastDay":"2025-10-29","notes":[],"reason":null}]}
                                        """));
        assertThat(harness.provider.asked()).containsExactly("AAPL full");
        assertThat(harness.lakeBars("AAPL"))
                .isEqualTo(
                        """
                        symbol,trading_day,open,high,low,close,volume,provider,basis,flags
                        AAPL,2025-10-28,268.9850,269.8900,268.1500,269.0000,41534759,alphavantage,raw,
                        AAPL,2025-10-29,269.2750,271.4100,267.1100,269.7000,51086742,alphavantage,raw,
                        """);
    }

    @Test
    void aBarItemHasTheContractsAttributes() throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_29);

        harness.run();

        assertThat(harness.table.items())
                .isEqualTo(
                        Map.of(
                                "AAPL/bar#1d#2025-10-29",
                                Map.ofEntries(
                                        Map.entry("symbol", AttributeValue.fromS("AAPL")),
                                        Map.entry("sk", AttributeValue.fromS("bar#1d#2025-10-29")),
                                        Map.entry("open", AttributeValue.fromN("269.2750")),
                                        Map.entry("high", AttributeValue.fromN("271.4100")),
                                        Map.entry("low", AttributeValue.fromN("267.1100")),
                                        Map.entry("close", AttributeValue.fromN("269.7000")),
                                        Map.entry("volume", AttributeValue.fromN("51086742")),
                                        Map.entry("provider", AttributeValue.fromS("alphavantage")),
                                        Map.entry("basis", AttributeValue.fromS("raw")),
                                        Map.entry(
                                                "trading_day", AttributeValue.fromS("2025-10-29")),
                                        Map.entry(
                                                "scheduled_at",
                                                AttributeValue.fromS("2025-10-30T04:00:00Z")),
                                        Map.entry("run_day", AttributeValue.fromS("2025-10-29")))));
    }

    @Test
    void aBackfillLeavesOutTheRunsDaySoThatNoBarAlerts() throws IOException {
        harness.provider.answers("MSFT", HEADER + OCT_29);

        JsonNode answer =
                harness.run(
                        "{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"mode\":\"backfill\",\"symbols\":[\"MSFT\"]}");

        assertThat(answer.at("/symbols/0/symbol").asText()).isEqualTo("MSFT");
        assertThat(harness.table.items().get("MSFT/bar#1d#2025-10-29"))
                .doesNotContainKey("run_day");
    }

    @Test
    void onlyWhatIsNewOrRestatedIsWritten() throws IOException {
        harness.lakeHas("AAPL", OCT_27, OCT_28.replace("41534759", "41534000"));
        harness.provider.answers("AAPL", HEADER + OCT_29 + OCT_28 + OCT_27);

        JsonNode row = harness.runOne();

        assertThat(row.path("newRows").asInt()).isEqualTo(1);
        assertThat(row.path("rows").asInt()).isEqualTo(3);
        assertThat(row.path("notes").toString()).isEqualTo("[\"1 row restated by the provider\"]");
        assertThat(harness.table.writes())
                .containsExactly(
                        // What is known of a restated bar's day is said anew, before the bar is.
                        List.of("fact#condition#1d#2025-10-28"),
                        List.of("bar#1d#2025-10-28"),
                        List.of("bar#1d#2025-10-29"));
        assertThat(harness.lakeBars("AAPL"))
                .contains("2025-10-28,268.9850,269.8900,268.1500,269.0000,41534759,");
        assertThat(harness.provider.asked()).containsExactly("AAPL compact");
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_29 + OCT_28);
        harness.run();
        String bars = harness.lakeBars("AAPL");
        List<String> written = List.copyOf(harness.s3.writtenKeys());

        JsonNode row = harness.runOne();

        assertThat(row.path("outcome").asText()).isEqualTo("unchanged");
        assertThat(row.path("newRows").asInt()).isZero();
        assertThat(harness.lakeBars("AAPL")).isEqualTo(bars);
        // The same bytes were fetched, so the raw zone has them already, too: only the request
        // differs (compact).
        assertThat(harness.s3.writtenKeys()).isEqualTo(written);
        assertThat(harness.table.writes()).hasSize(2);
    }

    @Test
    void figuresThatDifferInScaleOnlyAreNoRestatement() throws IOException {
        harness.lakeHas("AAPL", OCT_29);
        harness.provider.answers(
                "AAPL", HEADER + "2025-10-29,269.275,271.41,267.11,269.7,51086742\n");

        assertThat(harness.runOne().path("outcome").asText()).isEqualTo("unchanged");
        assertThat(harness.table.writes()).isEmpty();
    }

    @Test
    void barsAfterTheRunsDayAreUnfinishedAndLeftOut() throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_30 + OCT_29);

        JsonNode row = harness.runOne();

        assertThat(row.path("outcome").asText()).isEqualTo("loaded");
        assertThat(row.path("rows").asInt()).isEqualTo(1);
        assertThat(row.path("notes").toString())
                .isEqualTo("[\"1 row unfinished, after 2025-10-29, left out\"]");
        assertThat(harness.lakeBars("AAPL")).doesNotContain("2025-10-30");
    }

    @Test
    void aSeriesThatEndsBeforeTheRunsDayIsLoadedAndStale() throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_28 + OCT_27);

        JsonNode row = harness.runOne();

        assertThat(row.path("outcome").asText()).isEqualTo("stale");
        assertThat(row.path("newRows").asInt()).isEqualTo(2);
        assertThat(row.path("lastDay").asText()).isEqualTo("2025-10-28");
    }

    @Test
    void aGapOfAHundredSessionsIsClosedByTheCompactSeriesAndALongerOneByTheFull()
            throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_29);
        // 2025-06-06 is 100 sessions before 2025-10-29, 2025-06-05 is 101.
        harness.lakeHas("AAPL", OCT_29.replace("2025-10-29", "2025-06-06"));
        harness.run();
        harness.lakeHas("AAPL", OCT_29.replace("2025-10-29", "2025-06-05"));
        harness.run();

        assertThat(harness.provider.asked()).containsExactly("AAPL compact", "AAPL full");
    }

    @Test
    void aGapThatStaysOpenIsNoted() throws IOException {
        harness.lakeHas("AAPL", OCT_27);
        harness.provider.answers("AAPL", HEADER + OCT_29);

        assertThat(harness.runOne().path("notes").toString())
                .contains("no bars between 2025-10-27 and 2025-10-29");
    }

    @Test
    void theTableGetsTheNewest260BarsOldestFirstAndTheLakeAll() throws IOException {
        harness.provider.answers("AAPL", HEADER + Harness.rowsUntilOctober29(300));

        JsonNode row = harness.runOne();

        assertThat(row.path("rows").asInt()).isEqualTo(300);
        assertThat(harness.table.items()).hasSize(260);
        List<String> order = harness.table.writes().stream().flatMap(List::stream).toList();
        assertThat(order).isSorted().hasSize(260);
        assertThat(harness.table.writes())
                .allSatisfy(write -> assertThat(write).hasSizeLessThanOrEqualTo(25));
        // Alone, when the older ones are there: TrendAlerts judges it by them.
        assertThat(harness.table.writes().getLast()).containsExactly("bar#1d#2025-10-29");
    }

    @Test
    void oddBarsAreKeptAndFlagged() throws IOException {
        harness.provider.answers(
                "AAPL",
                HEADER
                        + OCT_29
                        + "2025-10-25,260.0000,261.0000,259.0000,260.0000,0\n"
                        + "2025-10-24,100.0000,100.0000,100.0000,100.0000,7\n");

        JsonNode row = harness.runOne();

        assertThat(row.path("rejected").asInt()).isZero();
        assertThat(harness.lakeBars("AAPL"))
                .contains(
                        "AAPL,2025-10-24,100.0000,100.0000,100.0000,100.0000,7,alphavantage,raw,flat\n")
                .contains("0,alphavantage,raw,zero-volume;jump;non-session-day\n");
    }

    @Test
    void oneLineTellsTheCounts() throws IOException {
        harness.provider.answers("AAPL", HEADER + OCT_29);

        harness.run();

        assertThat(harness.context.log())
                .containsExactly(
                        "{\"function\":\"ingest-alphavantage\",\"runDay\":\"2025-10-29\",\"loaded\":1,\"unchanged\":0,"
                                + "\"stale\":0,\"failed\":0,\"newRows\":1,\"rejected\":0,\"reasons\":{}}");
    }

    @Test
    void anEventWithoutItsTimeIsRefused() {
        assertThatThrownBy(() -> harness.run("{}")).hasMessageContaining("scheduledTime is ''");
        assertThatThrownBy(() ->
                        harness.run(
                                "{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"mode\":\"everything\"}"))
                .hasMessageContaining("mode is 'everything'");
    }
}
