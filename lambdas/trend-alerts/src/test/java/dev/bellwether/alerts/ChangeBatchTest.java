package dev.bellwether.alerts;

import static dev.bellwether.alerts.MarketInMemory.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import dev.bellwether.alerts.Effects.Mishap;
import dev.bellwether.alerts.delivery.DeliveryRun;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.AlertReceipt;
import dev.bellwether.market.rule.wire.AlertReceiptJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// 20 closes of 100 are level. A close of 90 after them puts SMA-5 (98) below SMA-20 (99.5), the
/// first known side. The fifth 100 after that puts SMA-5 (100) above SMA-20 (99.5), a crossing.
/// When the 90 has left the 20 bars, they are level again.
class ChangeBatchTest {
    private static final int FIRST_SIDE = 20;
    private static final int CROSSING = 25;
    private static final int LEVEL_AGAIN = 40;
    // printf 'sma|1|AAPL|alphavantage|split|1d|2025-02-10T14:30:00Z|up' | sha256sum | cut -c1-32
    private static final String ID = "22e8d698b4b742738c44f5d1ad27b2fd";

    private final MarketInMemory market = new MarketInMemory(Effects.undisturbed());
    private final StreamReader reader = new StreamReader();

    @Test
    void aCrossingOfTheRunsDayIsOneRowOneObjectAndOneMessage() {
        market.backfill(levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);

        drain();

        assertThat(market.messages)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("direction")).isEqualTo("up");
                    assertThat(row.text("bar_day")).isEqualTo("2025-02-10");
                    assertThat(row.number("reading")).isEqualByComparingTo("100");
                    assertThat(row.number("reference")).isEqualByComparingTo("99.5");
                    assertThat(row.text("created_at")).isEqualTo("2025-02-11T05:00:00Z");
                    assertThat(row.text("message"))
                            .isEqualTo(
                                    "AAPL: SMA-5 crossed above SMA-20 on 2025-02-10. Close 100.00, SMA-5 100.00,"
                                            + " SMA-20 99.50. Rule sma-crossover:5,20. Not investment advice.");
                });
        assertThat(market.alertRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("sk")).isEqualTo("alert#2025-02-10T14:30:00Z#" + ID);
                    assertThat(row.text("sent_at")).isEqualTo(MarketInMemory.SENT_AT.toString());
                    assertThat(row.text("status")).isEqualTo("fired");
                    assertThat(row.text("feed")).isEqualTo("alphavantage");
                    assertThat(row.number("previous_close")).isEqualByComparingTo("100");
                });
        assertThat(market.lake)
                .containsExactly(
                        Map.entry(
                                "alerts/dt=2025-02-10/%s.json".formatted(ID),
                                """
                                {"alert_id":"%s","symbol":"AAPL","bar_day":"2025-02-10","bar_start":"2025-02-10T14:30:00Z","direction":"up",\
                                "status":"fired","severity":"warning","rule_id":"sma","rule":"sma-crossover:5,20","timeframe":"1d",\
                                "feed":"alphavantage","basis":"split","rule_version":1,"close":100,"reading":100,"reference":99.5,\
                                "previous_close":100,"message":"%s","created_at":"2025-02-11T05:00:00Z"}
                                """
                                        .formatted(
                                                ID, market.messages.getFirst().text("message"))));
    }

    @Test
    void anAlertsIdIsTheContractsHash() {
        market.backfill(levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);

        drain();

        assertThat(market.messages.getFirst().text("alert_id")).isEqualTo(ID);
    }

    @Test
    void aReceiptReplaysToTheSameAlert() {
        market.backfill(levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);

        drain();

        AlertReceipt receipt = AlertReceiptJson.read(market.alertRows().getFirst().text("receipt"));
        assertThat(receipt.bars()).hasSize(21);
        assertThat(receipt.replay(TradingCalendar.nyse()))
                .isEqualTo(new AlertReceipt.Replay(Optional.of(ID), receipt.after()));
    }

    @Test
    void aCrossingDownSaysSo() {
        int[] mirrored = Arrays.stream(levelThenDip(CROSSING)).map(close -> 200 - close).toArray();
        market.backfill(mirrored);
        market.storeOfItsDay(CROSSING, 100);

        drain();

        assertThat(market.messages)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("direction")).isEqualTo("down");
                    assertThat(row.text("message")).contains("crossed below");
                });
    }

    @Test
    void aDayWithoutACrossingIsSilent() {
        market.backfill(levelThenDip(CROSSING - 1));
        market.storeOfItsDay(CROSSING - 1, 100);

        drain();

        assertSilent();
    }

    @Test
    void theFirstKnownSideIsNoCrossing() {
        market.backfill(levelThenDip(FIRST_SIDE));
        market.storeOfItsDay(FIRST_SIDE, 90);

        drain();

        assertSilent();
    }

    @Test
    void fewerThanTwentyBarsKnowNoSide() {
        int[] closes = new int[18];
        Arrays.setAll(closes, place -> 100 + 10 * (place % 2));
        market.backfill(closes);
        market.storeOfItsDay(18, 80);

        drain();

        assertSilent();
    }

    @Test
    void aTieKeepsTheOldSide() {
        market.backfill(levelThenDip(LEVEL_AGAIN));
        market.storeOfItsDay(LEVEL_AGAIN, 100);
        market.storeOfItsDay(LEVEL_AGAIN + 1, 110);
        drain();
        assertSilent();

        market.store(LEVEL_AGAIN + 1, 90, Optional.of(day(LEVEL_AGAIN + 1)));
        drain();

        assertThat(market.messages)
                .extracting(row -> row.text("direction"))
                .containsExactly("down");
    }

    @Test
    void aLongTieKeepsTheSideBeforeIt() {
        int last = LEVEL_AGAIN + 150;
        market.backfill(levelThenDip(last));
        market.storeOfItsDay(last, 90);

        drain();

        assertThat(market.messages)
                .extracting(row -> row.text("direction"))
                .containsExactly("down");
    }

    @Test
    void aTieLongerThanTheWindowHasNoSideBeforeIt() {
        int last = LEVEL_AGAIN + SeriesJudge.WINDOW;
        market.backfill(levelThenDip(last));
        market.storeOfItsDay(last, 90);

        drain();

        assertSilent();
    }

    @Test
    void aLoadOfManyBarsIsReadOnce() {
        int[] closes = new int[9];
        Arrays.setAll(closes, place -> 100 + place);
        market.backfill(closes);
        market.storeOfItsDay(9, 110);

        drain();

        assertThat(market.queries).isEqualTo(1);
    }

    @Test
    void aBackfillIsSilentAndBuildsTheState() {
        market.backfill(levelThenDip(CROSSING + 10));
        drain();
        assertSilent();

        market.storeOfItsDay(CROSSING + 10, 70);
        drain();

        assertThat(market.messages)
                .extracting(row -> row.text("direction"))
                .containsExactly("down");
    }

    @Test
    void aBarThatIsLateForItsRunIsSilent() {
        market.backfill(levelThenDip(CROSSING));
        market.store(CROSSING, 100, Optional.of(day(CROSSING + 1)));

        drain();

        assertSilent();
    }

    @Test
    void aBarWrittenAgainWithTheSameFiguresDoesNothing() {
        market.backfill(levelThenDip(CROSSING));
        market.store(CROSSING, 100, Optional.empty());
        drain();
        int before = market.queries;

        market.store(CROSSING, 100, Optional.of(day(CROSSING)));
        drain();

        assertSilent();
        assertThat(market.queries).isEqualTo(before);
    }

    @Test
    void aCorrectedBarOfTheRunsDayIsLookedAtAgain() {
        market.backfill(levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 80);
        drain();
        assertSilent();

        market.storeOfItsDay(CROSSING, 100);
        drain();

        assertThat(market.messages).hasSize(1);
    }

    @Test
    void aReplayOfTheWholeStreamSendsNothingAgain() {
        market.backfill(levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);
        drain();

        reader.rewind();
        drain();

        assertThat(market.messages).hasSize(1);
        assertThat(market.alertRows()).hasSize(1);
    }

    @Test
    void aRemovedBarIsNoNews() {
        market.backfill(levelThenDip(CROSSING));
        market.storeOfItsDay(CROSSING, 100);
        market.remove(0);
        market.remove(CROSSING);

        drain();

        assertSilent();
    }

    @Test
    void anItemThatCannotBeReadIsQuarantinedAndTheOthersGoOn() {
        market.backfill(levelThenDip(CROSSING));
        Map<String, String> broken =
                new HashMap<>(market.stream.getLast().after().orElseThrow().attributes());
        broken.put("symbol", "MSFT");
        broken.put("close", "a lot");
        market.change(new Item(broken));
        market.storeOfItsDay(CROSSING, 100);

        drain();

        assertThat(market.messages).hasSize(1);
        assertThat(market.lake.firstKey()).startsWith("alerts/");
        assertThat(market.lake.lastEntry())
                .satisfies(object -> {
                    assertThat(object.getKey())
                            .startsWith("quarantine/dt=2025-10-30/trend-alerts-");
                    assertThat(object.getValue())
                            .contains(
                                    "\"symbol\":\"MSFT\"",
                                    "\"reason\":\"unparsable\"",
                                    "close of bar#1d#");
                });
    }

    @Test
    void aFailedCallStopsTheBatchAtTheFirstChangeOfItsSeries() {
        // Call 0 reads the rules, 1 the bars, 2 the rows.
        MarketInMemory failing = new MarketInMemory(new Effects(Map.of(2, Mishap.FAILED_BEFORE)));
        failing.backfill(levelThenDip(CROSSING));
        failing.storeOfItsDay(CROSSING, 100);

        BatchOutcome outcome =
                function(failing).process(List.copyOf(failing.stream), new DeliveryRun());

        assertThat(outcome)
                .isEqualTo(
                        new StoppedAt(
                                failing.stream.getFirst().sequenceNumber(),
                                new Processed(CROSSING + 1, 0, 0, 0, 0, 0),
                                "connection refused"));
        assertThat(failing.queries).isEqualTo(1);
    }

    static int[] levelThenDip(int bars) {
        int[] closes = new int[bars];
        Arrays.setAll(closes, place -> place == FIRST_SIDE ? 90 : 100);
        return closes;
    }

    static ChangeBatch function(MarketInMemory market) {
        return new ChangeBatch(
                new SeriesJudge(market, market, _ -> SeriesFacts.NONE),
                market,
                market,
                market.delivery().alerts());
    }

    private void drain() {
        reader.drain(market, function(market));
    }

    private void assertSilent() {
        assertThat(market.messages).isEmpty();
        assertThat(market.alertRows()).isEmpty();
        assertThat(market.lake).isEmpty();
    }
}
