package dev.bellwether.ingest.alphavantage;

import dev.bellwether.market.BarFlag;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Split;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.wire.FactRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What about new and changed daily bars keeps rules from trusting them.
///
/// @param bars all of the symbol, after the load
/// @param splits all that are known of the symbol
record BarConditions(NavigableMap<LocalDate, OhlcvBar> bars, List<Split> splits) {
    BarConditions {
        splits = List.copyOf(splits);
    }

    /// The rows to be written before the changed bars are. A day that had a bar before gets a row
    /// whatever its condition is now, for an older row may say that it is degraded.
    ///
    /// @param stored days that had a bar before the load
    List<Map<String, String>> facts(Collection<OhlcvBar> changed, Set<LocalDate> stored) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (OhlcvBar bar : touchedBy(changed)) {
            List<String> problems = problems(bar);
            if (!problems.isEmpty() || stored.contains(bar.tradingDay())) {
                rows.add(
                        FactRow.ofCondition(
                                bar.symbol(),
                                bar.tradingDay(),
                                problems.isEmpty()
                                        ? DataCondition.AVAILABLE
                                        : DataCondition.DEGRADED,
                                String.join(", ", problems)));
            }
        }
        return rows;
    }

    /// Whether the bar's close has jumped from the one before without a known split.
    boolean isUnexplainedJump(OhlcvBar bar) {
        Optional<OhlcvBar> previous = previous(bar.tradingDay());
        if (previous.isEmpty()) {
            return false;
        }
        BigDecimal before = previous.get().close();
        BigDecimal after = bar.close();
        for (Split split : splitsSince(previous.get().tradingDay(), bar.tradingDay())) {
            before = before.multiply(split.oldFactor());
            after = after.multiply(split.newFactor());
        }
        return BarFlag.isJump(before, after);
    }

    private Collection<OhlcvBar> touchedBy(Collection<OhlcvBar> changed) {
        NavigableMap<LocalDate, OhlcvBar> touched = new TreeMap<>();
        for (OhlcvBar bar : changed) {
            touched.put(bar.tradingDay(), bar);
            // The next bar is judged by this one.
            Optional.ofNullable(bars.higherEntry(bar.tradingDay()))
                    .ifPresent(next -> touched.put(next.getKey(), next.getValue()));
        }
        return touched.values();
    }

    private List<String> problems(OhlcvBar bar) {
        List<String> problems = new ArrayList<>();
        // What is left of the day before its own split is no measure of the day's range.
        Optional<OhlcvBar> comparable =
                previous(bar.tradingDay())
                        .filter(previous ->
                                splitsSince(previous.tradingDay(), bar.tradingDay()).isEmpty());
        for (BarFlag flag : BarFlag.of(bar, comparable, TradingCalendar.nyse())) {
            if (flag != BarFlag.JUMP) {
                problems.add(flag.id());
            }
        }
        if (isUnexplainedJump(bar)) {
            problems.add("jump without a known split");
        }
        return problems;
    }

    private List<Split> splitsSince(LocalDate after, LocalDate through) {
        return splits.stream()
                .filter(split ->
                        split.effectiveDay().isAfter(after)
                                && !split.effectiveDay().isAfter(through))
                .toList();
    }

    private Optional<OhlcvBar> previous(LocalDate day) {
        return Optional.ofNullable(bars.lowerEntry(day)).map(Map.Entry::getValue);
    }
}
