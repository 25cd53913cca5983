package dev.bellwether.cli.rules;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.store.MarketItems;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleRow;
import dev.bellwether.market.rule.StandardRules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The rules in the table, over the ones that are there by themselves.
///
/// A version's row is written before the rule that names it, and never again; a crash in between
/// leaves a version that nothing names. A rule is written only over the row that was looked at, so
/// that of two commands at a time neither undoes the other.
///
/// @param clock stamps each change
record RuleTable(MarketItems items, InstantSource clock) {
    private static final String STAMP = "updated_at";
    private static final int ATTEMPTS = 5;

    /// What a change came to.
    ///
    /// @param versioned whether the definition is another than before, or new
    record Changed(Rule rule, boolean versioned) {}

    /// What stands in the table.
    ///
    /// @param rules those in force, by id
    /// @param problems rows that are no rules, each with what to do
    record Listing(List<Rule> rules, List<String> problems) {}

    /// All rules in force, and what is there in vain.
    Listing all() {
        List<Rule> readable = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map<String, String> row : rows()) {
            try {
                readable.add(read(row));
            } catch (FailedException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Listing(StandardRules.overlaidWith(readable), List.copyOf(problems));
    }

    private List<Map<String, String>> rows() {
        return items.query(RuleRow.PARTITION, RuleRow.PREFIX);
    }

    private static Rule read(Map<String, String> row) {
        try {
            return RuleRow.read(row);
        } catch (IllegalArgumentException e) {
            throw new FailedException(
                    "%s. Was it written by another version of Bellwether, or by hand? Delete item %s of partition %s, and add the rule anew."
                            .formatted(e.getMessage(), row.get("sk"), row.get("symbol")),
                    e);
        }
    }

    /// Puts a rule into force under its id. Its version is set here: the one of the rule before
    /// while the definition is the same, else a new one.
    Changed put(Rule wanted) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Map<String, String>> row = findRow(wanted.definition().id());
            Optional<Rule> before = find(wanted.definition().id(), row);
            boolean same =
                    before.map(Rule::definition)
                            .filter(definition -> isSame(definition, wanted.definition()))
                            .isPresent();
            Rule written =
                    same
                            ? keepingIdentity(wanted, before.orElseThrow())
                            : versioned(
                                    wanted.mutedUntil(before.flatMap(Rule::mutedUntil)),
                                    before.map(rule -> rule.definition().version()).orElse(0) + 1);
            if (write(row, written)) {
                return new Changed(written, !same);
            }
        }
        throw busy(wanted.definition().id());
    }

    /// Changes a rule without making it another; empty when there is none of that id.
    Optional<Rule> change(String id, UnaryOperator<Rule> change) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Map<String, String>> row = findRow(id);
            Optional<Rule> changed = find(id, row).map(change);
            if (changed.isEmpty() || write(row, changed.get())) {
                return changed;
            }
        }
        throw busy(id);
    }

    private Optional<Map<String, String>> findRow(String id) {
        return rows().stream().filter(row -> id.equals(row.get("rule_id"))).findFirst();
    }

    private static Optional<Rule> find(String id, Optional<Map<String, String>> row) {
        return StandardRules.overlaidWith(row.map(RuleTable::read).stream().toList()).stream()
                .filter(rule -> rule.definition().id().equals(id))
                .findFirst();
    }

    private static boolean isSame(RuleDefinition one, RuleDefinition other) {
        return withVersion(one, 1).equals(withVersion(other, 1));
    }

    /// Another version number is the only thing that may differ: the scale of the band is not.
    private static RuleDefinition withVersion(RuleDefinition definition, int version) {
        return new RuleDefinition(
                definition.id(),
                version,
                definition.kind(),
                definition.feed(),
                definition.basis(),
                definition.timeframe(),
                definition.band().stripTrailingZeros(),
                definition.coolDownBars(),
                definition.longestGap());
    }

    private static Rule keepingIdentity(Rule wanted, Rule before) {
        return new Rule(
                before.definition(),
                wanted.symbols(),
                wanted.severity(),
                wanted.status(),
                before.mutedUntil(),
                before.since());
    }

    /// Writes the first version's row from that number on that is free, or that says the same
    /// already: what a crash left behind.
    private Rule versioned(Rule wanted, int first) {
        for (int version = first; ; version++) {
            Rule rule =
                    new Rule(
                            withVersion(wanted.definition(), version),
                            wanted.symbols(),
                            wanted.severity(),
                            wanted.status(),
                            wanted.mutedUntil(),
                            wanted.since());
            String sortKey = RuleRow.versionSortKey(rule.definition());
            if (items.insert(item(rule, sortKey), RuleRow.NUMBERS)
                    || isLeftBehind(rule.definition(), sortKey)) {
                return rule;
            }
        }
    }

    private boolean isLeftBehind(RuleDefinition definition, String sortKey) {
        return items.query(RuleRow.PARTITION, sortKey).stream()
                .filter(row -> sortKey.equals(row.get("sk")))
                .anyMatch(row -> read(row).definition().equals(definition));
    }

    private boolean write(Optional<Map<String, String>> before, Rule rule) {
        Map<String, String> item = item(rule, RuleRow.sortKey(rule.definition().id()));
        return before.map(row -> items.replace(row, item, RuleRow.NUMBERS, STAMP))
                .orElseGet(() -> items.insert(item, RuleRow.NUMBERS));
    }

    private Map<String, String> item(Rule rule, String sortKey) {
        Map<String, String> item = new HashMap<>(RuleRow.attributes(rule));
        item.put("symbol", RuleRow.PARTITION);
        item.put("sk", sortKey);
        item.put(STAMP, clock.instant().toString());
        return item;
    }

    private static FailedException busy(String id) {
        return new FailedException(
                "Rule %s was changed by others each time it was to be written. Try again."
                        .formatted(id));
    }
}
