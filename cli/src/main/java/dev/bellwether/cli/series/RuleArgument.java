package dev.bellwether.cli.series;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.rule.StandardRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A rule as a command line names it: a kind such as `sma-crossover:5,20`, or the id of a standard
/// rule such as `sma-daily`.
public final class RuleArgument {
    private RuleArgument() {}

    /// The rule as it would be live.
    ///
    /// @param band instead of the live one
    /// @throws IllegalArgumentException that says what is wrong
    public static RuleDefinition live(String text, Timeframe timeframe, Optional<BigDecimal> band) {
        RuleKind kind = kind(text);
        return new RuleDefinition(
                text.contains(":") ? "preview" : text,
                1,
                kind,
                Provider.ALPHA_VANTAGE.id(),
                Basis.SPLIT,
                timeframe,
                band.orElse(RuleDefinition.liveBand(kind)),
                0,
                RuleDefinition.LIVE_LONGEST_GAP);
    }

    private static RuleKind kind(String text) {
        List<RuleDefinition> standard =
                StandardRules.overlaidWith(List.of()).stream().map(Rule::definition).toList();
        Optional<RuleDefinition> named =
                standard.stream().filter(rule -> rule.id().equals(text)).findFirst();
        if (named.isEmpty() && !text.contains(":")) {
            throw new IllegalArgumentException(
                    "There is no rule '%s': name a kind such as sma-crossover:5,20, or one of %s"
                            .formatted(
                                    text,
                                    standard.stream()
                                            .map(RuleDefinition::id)
                                            .collect(Collectors.joining(", "))));
        }
        return named.map(RuleDefinition::kind).orElseGet(() -> RuleKind.parse(text));
    }
}
