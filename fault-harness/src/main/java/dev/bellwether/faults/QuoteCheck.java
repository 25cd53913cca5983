package dev.bellwether.faults;

import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.Items;
import dev.bellwether.faults.market.SentRecord;
import dev.bellwether.faults.market.SentRecord.Fate;
import dev.bellwether.faults.market.SentRecord.SentQuote;
import dev.bellwether.local.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Holds table, lake, quarantine and failure bucket against what was sent.
///
/// A record that was given up lies in the failure bucket, and may lie in the others too, by a try
/// that was not acknowledged.
final class QuoteCheck {
    private final List<Violation> violations = new ArrayList<>();
    private final World world;
    private final GivenUp lost;
    private final Map<String, Integer> sent = new HashMap<>();
    private final Map<String, Integer> givenUp = new HashMap<>();

    private QuoteCheck(World world, List<SentRecord> records, GivenUp lost) {
        this.world = world;
        this.lost = lost;
        records.forEach(record -> sent.merge(record.data(), 1, Integer::sum));
        lost.quotes().values().forEach(data -> givenUp.merge(data, 1, Integer::sum));
    }

    static List<Violation> violations(World world, List<SentRecord> records, GivenUp givenUp) {
        QuoteCheck check = new QuoteCheck(world, records, givenUp);
        check.table(records);
        check.lake(records);
        check.rejected(records);
        return check.violations;
    }

    private void add(Kind kind, String text) {
        violations.add(new Violation(kind, text));
    }

    private boolean isGivenUp(SentRecord record) {
        return givenUp.containsKey(record.data());
    }

    private boolean isAllGivenUp(SentRecord record) {
        return givenUp.getOrDefault(record.data(), 0) >= sent.getOrDefault(record.data(), 0);
    }

    private void table(List<SentRecord> records) {
        Map<String, List<Long>> stored = new HashMap<>();
        for (Map<String, AttributeValue> item : world.table.items()) {
            if (Items.text(item, "sk").startsWith("quote#")) {
                stored.computeIfAbsent(identity(item), _ -> new ArrayList<>())
                        .add(Items.number(item, "volume"));
            }
        }
        Map<String, Long> newest = new HashMap<>();
        Set<String> unsure = new HashSet<>();
        for (SentRecord record : records) {
            record.quote()
                    .ifPresent(quote -> {
                        newest.put(quote.identity(), quote.volume());
                        if (isGivenUp(record)) {
                            unsure.add(quote.identity());
                        }
                        if (!isAllGivenUp(record) && !stored.containsKey(quote.identity())) {
                            add(
                                    Kind.LOST_QUOTE,
                                    "lost quote: %s is not in the table"
                                            .formatted(quote.identity()));
                        }
                    });
        }
        stored.forEach((identity, volumes) -> stored(identity, volumes, newest, unsure));
    }

    private void stored(
            String identity, List<Long> volumes, Map<String, Long> newest, Set<String> unsure) {
        if (volumes.size() > 1) {
            add(
                    Kind.WRONG_QUOTE,
                    "%s is in the table %d times".formatted(identity, volumes.size()));
        }
        if (!newest.containsKey(identity)) {
            add(Kind.WRONG_QUOTE, "%s is in the table and was never sent".formatted(identity));
        } else if (!unsure.contains(identity) && !volumes.contains(newest.get(identity))) {
            add(
                    Kind.WRONG_QUOTE,
                    "%s is in the table with figures that were corrected".formatted(identity));
        }
    }

    private static String identity(Map<String, AttributeValue> item) {
        return String.join(
                "|",
                Items.text(item, "symbol"),
                Items.text(item, "provider"),
                Items.text(item, "feed"),
                Items.text(item, "timestamp"),
                Long.toString(Items.number(item, "sequence")));
    }

    private void lake(List<SentRecord> records) {
        Map<Long, Integer> acknowledged = new HashMap<>();
        Map<Long, Integer> others = new HashMap<>();
        world.lake
                .texts("quotes/")
                .forEach((key, object) ->
                        object.lines()
                                .forEach(line ->
                                        (isNamedAfterGivenUp(key) ? others : acknowledged)
                                                .merge(
                                                        Json.parse(line).path("volume").asLong(),
                                                        1,
                                                        Integer::sum)));
        for (SentRecord record : new LinkedHashSet<>(records)) {
            record.quote()
                    .ifPresent(quote ->
                            landed(record, count(acknowledged, quote), count(others, quote)));
        }
        acknowledged.putAll(others);
        acknowledged
                .keySet()
                .forEach(volume ->
                        add(
                                Kind.WRONG_QUOTE,
                                "the lake has a quote that was never sent, of volume " + volume));
    }

    private static int count(Map<Long, Integer> lines, SentQuote quote) {
        Integer count = lines.remove(quote.volume());
        return count == null ? 0 : count;
    }

    /// An object is named after its first record. One whose first record was given up was never
    /// acknowledged, and the records behind it have landed again under another name.
    private boolean isNamedAfterGivenUp(String key) {
        return lost.quotes().keySet().stream().anyMatch(number -> key.endsWith(number + ".json"));
    }

    /// By ADR 31 each acknowledged record has one line in acknowledged objects, so that a quote
    /// which was sent twice has two.
    private void landed(SentRecord record, int acknowledged, int others) {
        int most = sent.getOrDefault(record.data(), 0);
        int fewest = most - givenUp.getOrDefault(record.data(), 0);
        if (acknowledged + others < fewest) {
            add(
                    Kind.LOST_QUOTE,
                    "lost quote: %s lies in the lake %d times, not %d"
                            .formatted(record.data(), acknowledged, fewest));
        }
        if (acknowledged > most) {
            add(
                    Kind.WRONG_QUOTE,
                    "%s lies in the lake %d times, not %d"
                            .formatted(record.data(), acknowledged, most));
        }
    }

    private void rejected(List<SentRecord> records) {
        Set<String> kept = new LinkedHashSet<>();
        QuarantineLines.of(world.lake, "stream-processor")
                .lines()
                .forEach(line -> kept.add(line.path("record").asText()));
        for (SentRecord record : records) {
            if (record.fate() == Fate.QUARANTINED
                    && !kept.remove(record.data())
                    && sent.getOrDefault(record.data(), 0) == 1
                    && !isGivenUp(record)) {
                add(Kind.WRONG_QUARANTINE, "poison record in no quarantine: " + record.data());
            }
            if (record.fate() == Fate.GIVEN_UP && !isGivenUp(record)) {
                add(
                        Kind.WRONG_GIVING_UP,
                        "deadly record not in the failure bucket: " + record.data());
            }
        }
        kept.forEach(
                record -> add(Kind.WRONG_QUARANTINE, "in quarantine for no reason: " + record));
    }
}
