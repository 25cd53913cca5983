package dev.bellwether.faults.market;

import dev.bellwether.faults.market.Action.SendRecord;
import dev.bellwether.faults.market.Action.StoreItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// All that happens outside in one seed, in order.
///
/// @param records what is sent to the stream of quotes
/// @param unreadable items of the table that no function can read
/// @param restatements whether they wait
public record Workload(
        List<Action> actions,
        List<SentRecord> records,
        List<Map<String, AttributeValue>> unreadable,
        Restatements restatements) {
    /// Whether what is judged before a restatement must have been judged by then.
    public enum Restatements {
        /// It must: there is one right answer.
        SETTLED,
        /// It need not: a bar may be judged by old figures or by new ones.
        AT_ANY_TIME
    }

    private static final List<String> SYMBOLS = List.of("AAPL", "BRK-B", "MSFT", "NVDA", "TSLA");
    private static final int FEWEST_QUOTES = 60;
    private static final int MOST_QUOTES = 240;

    /// The workload of a random source, which decides everything.
    public static Workload drawnFrom(SplittableRandom random) {
        List<String> symbols = SYMBOLS.subList(0, random.nextInt(2, SYMBOLS.size() + 1));
        List<SentRecord> records =
                new QuoteFeed(random.split(), symbols)
                        .records(random.nextInt(FEWEST_QUOTES, MOST_QUOTES + 1));
        Restatements restatements =
                random.nextDouble() < 0.7 ? Restatements.SETTLED : Restatements.AT_ANY_TIME;
        List<List<Action>> sources = new ArrayList<>();
        sources.add(records.stream().<Action>map(SendRecord::new).toList());
        for (String symbol : symbols) {
            sources.add(new BarLoads(random.split(), symbol, restatements).loads());
        }
        List<Map<String, AttributeValue>> unreadable = new ArrayList<>();
        List<Action> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, AttributeValue> item = unreadable(i, random.nextInt(3));
            unreadable.add(item);
            items.add(new StoreItem(item));
        }
        if (random.nextInt(5) == 0) {
            items.add(new StoreItem(deadly()));
        }
        sources.add(items);
        return new Workload(merged(sources, random), records, unreadable, restatements);
    }

    private static Map<String, AttributeValue> unreadable(int number, int kind) {
        String sortKey =
                switch (kind) {
                    case 0 -> "bar#1d#2025-10-%02d".formatted(number);
                    case 1 -> "bar#1d#no day";
                    default -> "alert#%d#without#anything".formatted(number);
                };
        return Map.of(
                "symbol", AttributeValue.fromS("BAD" + number),
                "sk", AttributeValue.fromS(sortKey),
                "close", AttributeValue.fromN("12"));
    }

    private static Map<String, AttributeValue> deadly() {
        return Map.of(
                "symbol", AttributeValue.fromS(DeadlyRecords.MARK + "T"),
                "sk", AttributeValue.fromS("bar#1d#2025-10-29"));
    }

    /// Each source in its order, all of them mixed: a long one has its turn more often.
    private static List<Action> merged(List<List<Action>> sources, SplittableRandom random) {
        List<Deque<Action>> left = new ArrayList<>();
        sources.forEach(source -> left.add(new ArrayDeque<>(source)));
        List<Action> merged = new ArrayList<>();
        int total = sources.stream().mapToInt(List::size).sum();
        while (total > 0) {
            int at = random.nextInt(total);
            for (Deque<Action> source : left) {
                if (at < source.size()) {
                    merged.add(source.removeFirst());
                    break;
                }
                at -= source.size();
            }
            total--;
        }
        return List.copyOf(merged);
    }
}
