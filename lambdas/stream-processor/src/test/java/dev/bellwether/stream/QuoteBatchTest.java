package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Quote;
import dev.bellwether.stream.BatchOutcome.Processed;
import dev.bellwether.stream.BatchOutcome.StoppedAt;
import dev.bellwether.stream.Effects.Mishap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuoteBatchTest {
    private static final Instant BEFORE_FOUR = Records.NEAR_CLOSE;
    private static final Instant AFTER_FOUR = Instant.parse("2025-10-29T20:00:00Z");
    private static final String HOUR_15 = "quotes/dt=2025-10-29/hour=15/shardId-000000000000-";
    private static final String HOUR_16 = "quotes/dt=2025-10-29/hour=16/shardId-000000000000-";

    private Effects effects = Effects.undisturbed();
    private RecordingTable table = new RecordingTable(effects);
    private RecordingLake lake = new RecordingLake(effects);
    private final List<Integer> pauses = new ArrayList<>();

    @Test
    void quotesOfOneHourLandInOneObjectNamedAfterTheFirst() {
        BatchOutcome outcome = process(quote(7, BEFORE_FOUR), quote(8, BEFORE_FOUR.plusSeconds(1)));

        assertThat(outcome).isEqualTo(new Processed(2, 0));
        assertThat(lake.objects).containsOnlyKeys(HOUR_15 + Records.sequence(7) + ".json");
        assertThat(lake.quoteLines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"volume\":7,"),
                        line -> assertThat(line).contains("\"volume\":8,"));
        assertThat(table.quotes).hasSize(2);
    }

    @Test
    void aBatchAcrossAFullHourLandsInTwoObjects() {
        process(quote(1, BEFORE_FOUR), quote(2, AFTER_FOUR), quote(3, AFTER_FOUR.plusSeconds(1)));

        assertThat(lake.objects)
                .containsOnlyKeys(
                        HOUR_15 + Records.sequence(1) + ".json",
                        HOUR_16 + Records.sequence(2) + ".json");
    }

    @Test
    void whatIsNoQuoteIsQuarantinedAndTheOthersGoOn() {
        BatchOutcome outcome =
                process(
                        quote(1, BEFORE_FOUR),
                        Records.raw(2, "{\"symbol\":\"AAPL\""),
                        quote(3, BEFORE_FOUR.plusSeconds(1)));

        assertThat(outcome).isEqualTo(new Processed(2, 1));
        assertThat(lake.quoteLines()).hasSize(2);
        assertThat(lake.quarantineKeys()).hasSize(1);
    }

    @Test
    void ofOneIdentityInABatchTheLastRecordStaysInTheTableAndAllLand() {
        Quote first = Records.quote("AAPL", BEFORE_FOUR, 100);
        Quote last = Records.quote("AAPL", BEFORE_FOUR, 200);

        process(Records.of(1, first), Records.of(2, last));

        assertThat(table.quotes.values()).containsExactly(last);
        assertThat(lake.quoteLines()).hasSize(2);
    }

    @Test
    void theTableIsWrittenInBatchesOfTwentyFive() {
        process(
                IntStream.range(0, 60)
                        .mapToObj(i -> quote(i, BEFORE_FOUR.minusSeconds(60 - i)))
                        .toArray(StreamRecord[]::new));

        assertThat(table.batchSizes).containsExactly(25, 25, 10);
    }

    @Test
    void whatTheTablePutsOffIsTriedAgainAlone() {
        table.putOff.put(Records.quote("AAPL", BEFORE_FOUR, 1).identity(), 2);

        BatchOutcome outcome = process(quote(1, BEFORE_FOUR), quote(2, BEFORE_FOUR.plusSeconds(1)));

        assertThat(outcome).isEqualTo(new Processed(2, 0));
        assertThat(table.batchSizes).containsExactly(2, 1, 1);
        assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void whatTheTableKeepsPuttingOffStopsTheBatchBeforeItsFirstRecord() {
        table.putOff.put(Records.quote("AAPL", BEFORE_FOUR.plusSeconds(1), 2).identity(), 100);

        BatchOutcome outcome =
                process(
                        quote(1, BEFORE_FOUR),
                        quote(2, BEFORE_FOUR.plusSeconds(1)),
                        quote(3, BEFORE_FOUR.plusSeconds(2)),
                        quote(4, BEFORE_FOUR.plusSeconds(1)));

        assertThat(outcome)
                .isEqualTo(
                        new StoppedAt(
                                Records.sequence(2),
                                new Processed(1, 0),
                                "Putting quotes into the table failed: 1 of 3 left after 5 tries"));
        assertThat(lake.quoteLines()).singleElement().asString().contains("\"volume\":1,");
    }

    @Test
    void anObjectThatHoldsMoreThanIsAcknowledgedIsLandedAgainWithoutIt() {
        // Hours alternate, and the last call, which writes the second object, fails.
        StreamRecord[] records = {
            quote(1, BEFORE_FOUR), quote(2, AFTER_FOUR), quote(3, BEFORE_FOUR.plusSeconds(1))
        };
        process(records);
        disturb(Map.of(effects.count() - 1, Mishap.FAILED_BEFORE));

        BatchOutcome outcome = process(records);

        assertThat(outcome)
                .isEqualTo(
                        new StoppedAt(
                                Records.sequence(2), new Processed(1, 0), "connection refused"));
        assertThat(lake.quoteLines()).singleElement().asString().contains("\"volume\":1,");
    }

    @Test
    void nothingIsAcknowledgedWhenTheFirstWriteFails() {
        disturb(Map.of(0, Mishap.FAILED_BEFORE));

        BatchOutcome outcome = process(quote(1, BEFORE_FOUR), quote(2, AFTER_FOUR));

        assertThat(outcome)
                .isEqualTo(
                        new StoppedAt(
                                Records.sequence(1), new Processed(0, 0), "connection refused"));
        assertThat(lake.objects).isEmpty();
    }

    @Test
    void anEmptyBatchIsProcessed() {
        assertThat(process()).isEqualTo(new Processed(0, 0));
    }

    private void disturb(Map<Integer, Mishap> mishaps) {
        effects = new Effects(mishaps);
        table = new RecordingTable(effects);
        lake = new RecordingLake(effects);
    }

    private BatchOutcome process(StreamRecord... records) {
        return new QuoteBatch(table, table, lake, pauses::add).process(List.of(records));
    }

    private static StreamRecord quote(int number, Instant time) {
        return Records.of(number, Records.quote("AAPL", time, number));
    }
}
