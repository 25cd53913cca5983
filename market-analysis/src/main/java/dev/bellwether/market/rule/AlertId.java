package dev.bellwether.market.rule;

import dev.bellwether.market.Direction;
import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What makes two alerts the same one: rule and version, symbol, feed, basis, timeframe, start of
/// the bar, direction. Whoever finds it, and however often, gives it the same id.
public final class AlertId {
    private static final int DIGITS = 32;

    private AlertId() {}

    /// First 32 hex digits of SHA-256 over the parts, separated by `|`.
    public static String of(
            RuleDefinition rule, Symbol symbol, Instant barStart, Direction direction) {
        String parts =
                String.join(
                        "|",
                        rule.id(),
                        Integer.toString(rule.version()),
                        symbol.value(),
                        rule.feed(),
                        rule.basis().id(),
                        rule.timeframe().id(),
                        barStart.toString(),
                        direction.id());
        return Sha256.hex(parts.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
