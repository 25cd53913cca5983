package dev.bellwether.cli.backtest;

import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.RuleDefinition;
import dev.bellwether.market.rule.RuleKind;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fires as they are printed.
final class FireTable {
    private FireTable() {}

    static ResultTable of(RuleDefinition rule, List<Fire> fires) {
        List<String> columns = new ArrayList<>(List.of("symbol", "date", "direction", "close"));
        columns.addAll(
                rule.kind() instanceof RuleKind.SmaCrossover
                        ? List.of("sma_fast", "sma_slow")
                        : List.of("reading", "reference"));
        return new ResultTable(columns, fires.stream().map(FireTable::row).toList());
    }

    private static List<@Nullable String> row(Fire fire) {
        return List.of(
                fire.symbol().value(),
                date(fire.bar(), fire.rule().timeframe()),
                fire.direction().id(),
                fire.bar().close().toPlainString(),
                plain(fire.figures().reading()),
                plain(fire.figures().reference()));
    }

    private static String date(ClosedBar bar, Timeframe timeframe) {
        return timeframe == Timeframe.ONE_DAY
                ? bar.tradingDay().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        bar.start().atZone(TradingCalendar.ZONE));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
