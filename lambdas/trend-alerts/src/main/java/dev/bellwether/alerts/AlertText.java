package dev.bellwether.alerts;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Direction;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Figures;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleKind.PercentChange;
import dev.bellwether.market.rule.RuleKind.PriceLevel;
import dev.bellwether.market.rule.RuleKind.RsiThreshold;
import dev.bellwether.market.rule.RuleKind.SmaCrossover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What an alert says: one sentence with what happened, then the figures.
final class AlertText {
    private static final int MONEY_DECIMALS = 2;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(TradingCalendar.ZONE);

    private AlertText() {}

    static String of(Fire fire) {
        return "%s: %s %s. %s Rule %s. Not investment advice."
                .formatted(
                        fire.symbol(),
                        event(fire),
                        when(fire),
                        figures(fire),
                        fire.rule().kind().text());
    }

    private static String event(Fire fire) {
        boolean up = fire.direction() == Direction.UP;
        return switch (fire.rule().kind()) {
            case SmaCrossover(int fast, int slow) ->
                    "SMA-%d crossed %s SMA-%d".formatted(fast, up ? "above" : "below", slow);
            case PercentChange _ ->
                    "%s %s %%"
                            .formatted(
                                    up ? "rose" : "fell", percent(fire.figures().reading().abs()));
            case PriceLevel(BigDecimal level) ->
                    "closed %s %s".formatted(up ? "above" : "below", money(level));
            case RsiThreshold(int period, BigDecimal level) ->
                    "RSI-%d went %s %s"
                            .formatted(
                                    period,
                                    up ? "above" : "below",
                                    level.stripTrailingZeros().toPlainString());
        };
    }

    private static String when(Fire fire) {
        ClosedBar bar = fire.bar();
        Timeframe timeframe = fire.rule().timeframe();
        return timeframe == Timeframe.ONE_DAY
                ? "on " + bar.tradingDay()
                : "on %s in the %s bar of %s"
                        .formatted(bar.tradingDay(), timeframe.id(), CLOCK.format(bar.start()));
    }

    private static String figures(Fire fire) {
        Figures figures = fire.figures();
        String close = "Close " + money(fire.bar().close());
        return switch (fire.rule().kind()) {
            case SmaCrossover(int fast, int slow) ->
                    "%s, SMA-%d %s, SMA-%d %s."
                            .formatted(
                                    close,
                                    fast,
                                    money(figures.reading()),
                                    slow,
                                    money(figures.reference()));
            case PercentChange _ ->
                    "%s after %s, limit %s %%."
                            .formatted(
                                    close,
                                    money(fire.previous().close()),
                                    percent(figures.reference()));
            case PriceLevel _ -> "%s after %s.".formatted(close, money(fire.previous().close()));
            case RsiThreshold _ -> "%s, RSI %s.".formatted(close, percent(figures.reading()));
        };
    }

    private static String money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(MONEY_DECIMALS, stripped.scale())).toPlainString();
    }

    private static String percent(BigDecimal amount) {
        return amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
