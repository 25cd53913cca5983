package dev.bellwether.cli.alerts;

import dev.bellwether.market.Direction;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleKind;
import java.math.BigDecimal;

/// A fire in words of the length that its message has.
final class FireText {
    private static final int MONEY_DECIMALS = 2;

    private FireText() {}

    static String of(Fire fire) {
        return "%s: %s on %s. Close %s, %s. Rule %s. Not investment advice."
                .formatted(
                        fire.symbol(),
                        event(fire),
                        fire.bar().tradingDay(),
                        money(fire.bar().close()),
                        figures(fire),
                        fire.rule().kind().text());
    }

    private static String event(Fire fire) {
        boolean up = fire.direction() == Direction.UP;
        return switch (fire.rule().kind()) {
            case RuleKind.SmaCrossover(int fast, int slow) ->
                    "SMA-%d crossed %s SMA-%d".formatted(fast, up ? "above" : "below", slow);
            case RuleKind.PercentChange _ -> up ? "large rise" : "large fall";
            case RuleKind.PriceLevel(BigDecimal level) ->
                    "%s %s".formatted(up ? "rose above" : "fell below", level.toPlainString());
            case RuleKind.RsiThreshold(int period, BigDecimal level) ->
                    "RSI-%d %s %s"
                            .formatted(
                                    period,
                                    up ? "rose above" : "fell below",
                                    level.toPlainString());
        };
    }

    private static String figures(Fire fire) {
        String reading = money(fire.figures().reading());
        String reference = money(fire.figures().reference());
        return switch (fire.rule().kind()) {
            case RuleKind.SmaCrossover(int fast, int slow) ->
                    "SMA-%d %s, SMA-%d %s".formatted(fast, reading, slow, reference);
            case RuleKind.PercentChange _ -> reading + " % (limit " + reference + " %)";
            case RuleKind.PriceLevel _ -> "level " + reference;
            case RuleKind.RsiThreshold _ -> "RSI " + reading;
        };
    }

    // As many decimals as it has, but two at least.
    private static String money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(MONEY_DECIMALS, stripped.scale())).toPlainString();
    }
}
