package dev.bellwether.faults;

import dev.bellwether.faults.Violation.Kind;
import dev.bellwether.faults.market.Items;
import dev.bellwether.faults.market.SampledReference;
import dev.bellwether.faults.market.SentRecord;
import dev.bellwether.faults.market.SentRecord.SentQuote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Holds the table's sampled bars against all quotes that were kept. A symbol of which a quote was
/// given up is left out: nobody can tell what its bars were made of, until that quote is put back.
final class SampledCheck {
    private SampledCheck() {}

    static List<Violation> violations(World world, List<SentRecord> records, GivenUp givenUp) {
        Map<String, Map<String, String>> stored = new HashMap<>();
        for (Map<String, AttributeValue> item : world.table.items()) {
            if (Items.text(item, "sk").startsWith("sampled#")) {
                stored.computeIfAbsent(Items.text(item, "symbol"), _ -> new TreeMap<>())
                        .put(Items.keyOf(item), SampledReference.figures(item));
            }
        }
        List<Violation> violations = new ArrayList<>();
        kept(records, givenUp)
                .forEach((symbol, quotes) ->
                        compare(
                                SampledReference.bars(symbol, quotes.values()),
                                stored.getOrDefault(symbol, Map.of()),
                                violations));
        return violations;
    }

    /// By symbol and identity. Of an identity the last record's figures stay.
    private static Map<String, Map<String, SentQuote>> kept(
            List<SentRecord> records, GivenUp givenUp) {
        Map<String, Map<String, SentQuote>> kept = new TreeMap<>();
        Set<String> lost = new HashSet<>(givenUp.quotes().values());
        Set<String> leftOut = new HashSet<>();
        for (SentRecord record : records) {
            record.quote()
                    .ifPresent(quote -> {
                        kept.computeIfAbsent(quote.symbol(), _ -> new TreeMap<>())
                                .put(quote.identity(), quote);
                        if (lost.contains(record.data())) {
                            leftOut.add(quote.symbol());
                        }
                    });
        }
        kept.keySet().removeAll(leftOut);
        return kept;
    }

    private static void compare(
            Map<String, String> expected, Map<String, String> stored, List<Violation> violations) {
        Set<String> keys = new HashSet<>(expected.keySet());
        keys.addAll(stored.keySet());
        keys.stream()
                .sorted()
                .filter(key -> !expected.getOrDefault(key, "").equals(stored.get(key)))
                .forEach(key ->
                        violations.add(
                                new Violation(
                                        Kind.WRONG_BAR,
                                        "sampled bar %s is %s and has to be %s"
                                                .formatted(
                                                        key,
                                                        stored.getOrDefault(key, "missing"),
                                                        expected.getOrDefault(key, "nowhere")))));
    }
}
