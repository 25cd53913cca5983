package dev.bellwether.alerts;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/// Rules without a band, so that the numbers of a test can be checked by hand.
final class TestRules {
    static final Rule SMA = daily("sma", "sma-crossover:5,20");

    private TestRules() {}

    static Rule daily(String id, String kind) {
        return rule(id, kind, "alphavantage", Timeframe.ONE_DAY);
    }

    static Rule rule(String id, String kind, String feed, Timeframe timeframe) {
        return new Rule(
                new RuleDefinition(
                        id,
                        1,
                        RuleKind.parse(kind),
                        feed,
                        Basis.SPLIT,
                        timeframe,
                        BigDecimal.ZERO,
                        0,
                        RuleDefinition.LIVE_LONGEST_GAP),
                new TreeSet<>(),
                Severity.WARNING,
                Rule.Status.ENABLED,
                Optional.empty(),
                Instant.EPOCH);
    }

    static Rule since(Rule rule, Instant since) {
        return new Rule(
                rule.definition(),
                rule.symbols(),
                rule.severity(),
                rule.status(),
                rule.mutedUntil(),
                since);
    }
}
