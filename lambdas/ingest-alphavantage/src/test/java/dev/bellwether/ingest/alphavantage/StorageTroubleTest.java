package dev.bellwether.ingest.alphavantage;

import static dev.bellwether.ingest.alphavantage.Harness.HEADER;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_27;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_28;
import static dev.bellwether.ingest.alphavantage.Harness.OCT_29;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What our own stores may do to us: the invocation fails, and trying again makes it whole.
class StorageTroubleTest {
    private final Harness harness = new Harness("AAPL,MSFT");

    StorageTroubleTest() {
        harness.provider.answers("AAPL", HEADER + OCT_29 + OCT_28).answers("MSFT", HEADER + OCT_29);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aCrashBetweenTableAndLakeIsMendedByTheNextTry() throws IOException {
        harness.lakeHas("AAPL", OCT_27);
        harness.s3.beforeNextBarsPut(() -> {
            throw new IllegalStateException("the bucket is away");
        });

        assertThatThrownBy(harness::run)
                .isInstanceOf(StorageException.class)
                .hasMessage("Loading 1 of 2 symbols failed on our side: [AAPL]")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(harness.table.items())
                .containsKeys("AAPL/bar#1d#2025-10-29", "MSFT/bar#1d#2025-10-29");
        assertThat(harness.lakeBars("AAPL")).doesNotContain("2025-10-29");
        assertThat(harness.lakeBars("MSFT")).contains("2025-10-29");

        JsonNode retried = harness.run();

        assertThat(retried.path("symbols").findValuesAsText("outcome"))
                .containsExactly("loaded", "unchanged");
        assertThat(retried.at("/symbols/0/newRows").asInt()).isEqualTo(2);
        assertThat(harness.lakeBars("AAPL").lines()).hasSize(4);
        assertThat(harness.table.writes())
                .containsExactly(
                        List.of("bar#1d#2025-10-28"),
                        List.of("bar#1d#2025-10-29"),
                        List.of("bar#1d#2025-10-29"),
                        List.of("bar#1d#2025-10-28"),
                        List.of("bar#1d#2025-10-29"));
    }

    @Test
    void rowsOfAnotherWriterAreNotLost() throws IOException {
        harness.lakeHas("AAPL", OCT_28);
        harness.s3.beforeNextBarsPut(() -> harness.lakeHas("AAPL", OCT_27, OCT_28));

        JsonNode row = harness.runOne();

        assertThat(row.path("outcome").asText()).isEqualTo("loaded");
        assertThat(row.path("rows").asInt()).isEqualTo(3);
        assertThat(harness.lakeBars("AAPL")).contains("2025-10-27", "2025-10-28", "2025-10-29");
    }

    @Test
    void aFirstObjectOfAnotherWriterIsNotLost() throws IOException {
        harness.s3.beforeNextBarsPut(() -> harness.lakeHas("AAPL", OCT_27));

        assertThat(harness.runOne().path("rows").asInt()).isEqualTo(3);
    }

    @Test
    void aWriterThatIsAlwaysFasterIsAnError() {
        harness.lakeHas("AAPL", OCT_27);
        harness.s3.beforeNextBarsPut(() -> {
            harness.lakeHas("AAPL", OCT_27, OCT_28);
            harness.s3.beforeNextBarsPut(() -> harness.lakeHas("AAPL", OCT_28));
        });

        assertThatThrownBy(harness::run)
                .satisfies(e ->
                        assertThat(e.getSuppressed()[0])
                                .hasMessage(
                                        "Put bars/daily/AAPL.csv failed: another writer changed it twice meanwhile."
                                                + " Let the function run once at a time."));
    }

    @Test
    void itemsThatTheTableGivesBackAreWrittenAgainWithGrowingWaits() throws IOException {
        harness.provider.answers("IBM", HEADER + Harness.rowsUntilOctober29(30));
        harness.table.takeAtMost(10);

        JsonNode answer =
                harness.run("{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"symbols\":[\"IBM\"]}");

        assertThat(answer.at("/symbols/0/rows").asInt()).isEqualTo(30);
        assertThat(harness.table.items()).hasSize(30);
        assertThat(harness.table.writes()).extracting(List::size).containsExactly(25, 15, 5, 4, 1);
        assertThat(harness.time.pauses()).startsWith(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void aTableThatTakesNothingIsAnErrorWithCountsAndTheLakeStaysBehind() {
        harness.table.takeAtMost(0);

        assertThatThrownBy(harness::run)
                .satisfies(e ->
                        assertThat(e.getSuppressed()[0])
                                .hasMessage(
                                        "Put 1 items to table Market failed: 1 left unprocessed after 8 attempts"));
        assertThat(harness.s3.keys("bars/")).isEmpty();
    }

    @Test
    void barsThatCannotBeReadAreNotOverwritten() {
        harness.s3.store("bars/daily/AAPL.csv", "something else\n");

        assertThatThrownBy(harness::run).isInstanceOf(StorageException.class);

        assertThat(harness.lakeBars("AAPL")).isEqualTo("something else\n");
        assertThat(harness.lakeBars("MSFT")).contains("2025-10-29");
    }
}
