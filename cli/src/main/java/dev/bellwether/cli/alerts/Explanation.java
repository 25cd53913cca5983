package dev.bellwether.cli.alerts;

import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.AlertReceipt;
import dev.bellwether.market.rule.AlertReceipt.Replay;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.wire.AlertReceiptJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an alert fired, and whether it would again.
///
/// @param replay what comes of evaluating its last bar once more
record Explanation(AlertRow alert, AlertReceipt receipt, Replay replay) {
    /// @throws IllegalArgumentException if the receipt cannot be read
    static Explanation of(AlertRow alert, String receipt) {
        AlertReceipt read = AlertReceiptJson.read(receipt);
        return new Explanation(alert, read, read.replay(TradingCalendar.nyse()));
    }

    /// Whether the replay comes to the same alert and the same state.
    boolean isReproduced() {
        return replay.alertId().filter(alert.id()::equals).isPresent()
                && replay.after().equals(receipt.after());
    }

    /// What was looked at, line by line.
    ResultTable facts() {
        RuleDefinition rule = receipt.rule();
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(List.of("alert", alert.id()));
        rows.add(List.of("symbol", receipt.symbol().value()));
        rows.add(List.of("direction", alert.text("direction")));
        rows.add(List.of("status", alert.text("status")));
        rows.add(List.of("message", alert.text("message")));
        rows.add(List.of("rule", rule.id()));
        rows.add(List.of("rule version", Integer.toString(rule.version())));
        rows.add(List.of("kind", rule.kind().text()));
        rows.add(List.of("feed", rule.feed()));
        rows.add(List.of("basis", rule.basis().id()));
        rows.add(List.of("timeframe", rule.timeframe().id()));
        rows.add(List.of("band", rule.band().toPlainString()));
        rows.add(List.of("cool-down bars", Integer.toString(rule.coolDownBars())));
        rows.add(List.of("longest gap", Integer.toString(rule.longestGap())));
        rows.add(List.of("state before", receipt.before().text()));
        rows.add(List.of("state after", receipt.after().text()));
        rows.add(List.of("replayed alert", replay.alertId().orElse("none")));
        rows.add(List.of("replayed state", replay.after().text()));
        rows.add(List.of("replay", isReproduced() ? "the same" : "DIFFERS"));
        return new ResultTable(List.of("what", "value"), rows);
    }

    /// The bars that the figures were made of, oldest first.
    ResultTable bars() {
        return new ResultTable(
                List.of(
                        "start",
                        "trading_day",
                        "open",
                        "high",
                        "low",
                        "close",
                        "volume",
                        "version"),
                receipt.bars().stream().map(Explanation::cells).toList());
    }

    private static List<@Nullable String> cells(ClosedBar bar) {
        return List.of(
                bar.start().toString(),
                bar.tradingDay().toString(),
                plain(bar.open()),
                plain(bar.high()),
                plain(bar.low()),
                plain(bar.close()),
                Long.toString(bar.volume()),
                Integer.toString(bar.version()));
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
