package dev.bellwether.cli.rules;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.RuleDefinition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rules as they are printed.
final class RuleLines {
    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "version",
                    "kind",
                    "timeframe",
                    "feed",
                    "band",
                    "symbols",
                    "severity",
                    "status",
                    "muted_until",
                    "since");

    private RuleLines() {}

    static List<@Nullable String> of(Rule rule) {
        RuleDefinition definition = rule.definition();
        return List.of(
                definition.id(),
                Integer.toString(definition.version()),
                definition.kind().text(),
                definition.timeframe().id(),
                definition.feed(),
                definition.band().toPlainString(),
                rule.symbols().isEmpty()
                        ? "all"
                        : rule.symbols().stream()
                                .map(Symbol::value)
                                .collect(Collectors.joining(",")),
                rule.severity().id(),
                rule.status().id(),
                rule.mutedUntil().map(Instant::toString).orElse(""),
                rule.since().toString());
    }
}
