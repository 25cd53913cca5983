package dev.bellwether.market.rule;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A rule as a row of the table: names and plain texts, whatever stores them.
public final class RuleRow {
    /// Partition key of all rules.
    public static final String PARTITION = "#rules";

    /// Beginning of the sort key of a rule in force.
    public static final String PREFIX = "rule#";

    /// Attributes that are stored as numbers.
    public static final Set<String> NUMBERS =
            Set.of("version", "band", "cool_down_bars", "longest_gap");

    private RuleRow() {}

    /// Sort key of the rule in force.
    public static String sortKey(String ruleId) {
        return PREFIX + ruleId;
    }

    /// Sort key of one version of a rule, which is never changed.
    public static String versionSortKey(RuleDefinition definition) {
        return String.format(
                Locale.ROOT, "rule-version#%s#%04d", definition.id(), definition.version());
    }

    /// The rule's attributes, without its keys.
    public static Map<String, String> attributes(Rule rule) {
        RuleDefinition definition = rule.definition();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("rule_id", definition.id());
        attributes.put("version", Integer.toString(definition.version()));
        attributes.put("kind", definition.kind().text());
        attributes.put("feed", definition.feed());
        attributes.put("basis", definition.basis().id());
        attributes.put("timeframe", definition.timeframe().id());
        attributes.put("band", definition.band().toPlainString());
        attributes.put("cool_down_bars", Integer.toString(definition.coolDownBars()));
        attributes.put("longest_gap", Integer.toString(definition.longestGap()));
        attributes.put("severity", rule.severity().id());
        if (!rule.symbols().isEmpty()) {
            attributes.put(
                    "symbols",
                    rule.symbols().stream().map(Symbol::value).collect(Collectors.joining(",")));
        }
        attributes.put("status", rule.status().id());
        rule.mutedUntil().ifPresent(until -> attributes.put("muted_until", until.toString()));
        attributes.put("since", rule.since().toString());
        return attributes;
    }

    /// The rule of a row's attributes.
    ///
    /// @throws IllegalArgumentException that names what is missing or malformed
    public static Rule read(Map<String, String> attributes) {
        try {
            return new Rule(
                    definition(attributes),
                    symbols(attributes),
                    Severity.of(require(attributes, "severity")),
                    Rule.Status.of(require(attributes, "status")),
                    Optional.ofNullable(attributes.get("muted_until")).map(Instant::parse),
                    Instant.parse(require(attributes, "since")));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Row of rule %s: %s".formatted(attributes.get("rule_id"), e.getMessage()), e);
        }
    }

    private static RuleDefinition definition(Map<String, String> attributes) {
        return new RuleDefinition(
                require(attributes, "rule_id"),
                Integer.parseInt(require(attributes, "version")),
                RuleKind.parse(require(attributes, "kind")),
                require(attributes, "feed"),
                Basis.of(require(attributes, "basis")),
                Timeframe.of(require(attributes, "timeframe")),
                new BigDecimal(require(attributes, "band")),
                Integer.parseInt(require(attributes, "cool_down_bars")),
                Integer.parseInt(require(attributes, "longest_gap")));
    }

    private static SortedSet<Symbol> symbols(Map<String, String> attributes) {
        String symbols = attributes.get("symbols");
        return symbols == null ? new TreeSet<>() : new TreeSet<>(Symbol.listOf(symbols));
    }

    private static String require(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Row of rule %s has no %s".formatted(attributes.get("rule_id"), name));
        }
        return value;
    }
}
