package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.Pause;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Split;
import dev.bellwether.market.wire.FactRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The bars of table `Market`, and the facts about them.
final class BarTable {
    private static final int MOST_ITEMS_A_WRITE = 25;
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final DynamoDbClient dynamo;
    private final String table;
    private final Pause pause;

    BarTable(DynamoDbClient dynamo, String table, Pause pause) {
        this.dynamo = dynamo;
        this.table = table;
        this.pause = pause;
    }

    /// Writes these bars in their order, over what is there. After an exception, some may have been
    /// written.
    ///
    /// The last one is written alone when all others are there: a batch is not written in order,
    /// and whoever is told about the newest bar judges it by the older ones.
    void put(List<OhlcvBar> bars, DailyRun run) {
        int newest = bars.size() - 1;
        for (int from = 0; from < newest; from += MOST_ITEMS_A_WRITE) {
            int to = Math.min(from + MOST_ITEMS_A_WRITE, newest);
            write(bars.subList(from, to).stream().map(bar -> put(bar, run)).toList());
        }
        if (newest >= 0) {
            write(List.of(put(bars.get(newest), run)));
        }
    }

    /// Writes splits, over what is there.
    void putSplits(List<Split> splits) {
        putFacts(splits.stream().map(FactRow::ofSplit).toList());
    }

    /// Writes facts about a symbol, over what is there.
    void putFacts(List<Map<String, String>> facts) {
        for (int from = 0; from < facts.size(); from += MOST_ITEMS_A_WRITE) {
            int to = Math.min(from + MOST_ITEMS_A_WRITE, facts.size());
            write(facts.subList(from, to).stream().map(BarTable::put).toList());
        }
    }

    private void write(List<WriteRequest> writes) {
        List<WriteRequest> left = writes;
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            Map<String, List<WriteRequest>> items = Map.of(table, left);
            left =
                    dynamo.batchWriteItem(request -> request.requestItems(items))
                            .unprocessedItems()
                            .getOrDefault(table, List.of());
            if (left.isEmpty()) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new StorageException(
                        "Put %d items to table %s failed: %d left unprocessed after %d attempts"
                                .formatted(writes.size(), table, left.size(), ATTEMPTS));
            }
            pause.pause(wait);
            wait =
                    wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0
                            ? wait.multipliedBy(2)
                            : LONGEST_WAIT;
        }
    }

    private static WriteRequest put(Map<String, String> fact) {
        Map<String, AttributeValue> item = new HashMap<>();
        fact.forEach((name, value) -> item.put(name, text(value)));
        return WriteRequest.builder().putRequest(request -> request.item(item)).build();
    }

    private static WriteRequest put(OhlcvBar bar, DailyRun run) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("symbol", text(bar.symbol().value()));
        item.put("sk", text("bar#1d#" + bar.tradingDay()));
        item.put("open", number(bar.open()));
        item.put("high", number(bar.high()));
        item.put("low", number(bar.low()));
        item.put("close", number(bar.close()));
        item.put("volume", AttributeValue.fromN(Long.toString(bar.volume())));
        item.put("provider", text(bar.provider().id()));
        item.put("basis", text("raw"));
        item.put("trading_day", day(bar.tradingDay()));
        item.put("scheduled_at", text(run.scheduledTime().toString()));
        switch (run.mode()) {
            case SCHEDULED -> item.put("run_day", day(run.runDay()));
            case BACKFILL -> {
                // Without a run's day no bar can be of the run's day, and so none alerts.
            }
        }
        return WriteRequest.builder().putRequest(request -> request.item(item)).build();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue day(LocalDate value) {
        return AttributeValue.fromS(value.toString());
    }

    private static AttributeValue number(BigDecimal value) {
        return AttributeValue.fromN(value.toPlainString());
    }
}
