package dev.bellwether.market.rule;

import dev.bellwether.market.BarFlag;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what is wrong with a bar of a series, given the one before.
///
/// @param facts what is known about the symbol
public record BarScreen(TradingCalendar calendar, Timeframe timeframe, SeriesFacts facts) {
    /// What a bar is good for.
    public sealed interface Verdict {
        /// It counts.
        record Usable() implements Verdict {}

        /// It cannot be trusted and does not count.
        record Unusable(String reason) implements Verdict {}

        /// It counts, but cannot be compared with what was before it.
        record Break(String reason) implements Verdict {}
    }

    /// The verdict about a bar that follows `previous`.
    public Verdict judge(Optional<ClosedBar> previous, ClosedBar bar) {
        List<String> problems = new ArrayList<>();
        DataCondition condition = facts.condition(bar.tradingDay());
        if (condition != DataCondition.AVAILABLE) {
            problems.add("data " + condition.id());
        }
        for (BarFlag flag : oddities(bar)) {
            problems.add(flag.id());
        }
        if (!problems.isEmpty()) {
            return new Verdict.Unusable(String.join(", ", problems));
        }
        return previous.isPresent() && isUnexplainedJump(previous.get(), bar)
                ? new Verdict.Break("jump without a known split")
                : new Verdict.Usable();
    }

    /// What is odd about the bar by itself.
    public Set<BarFlag> oddities(ClosedBar bar) {
        Set<BarFlag> flags = EnumSet.noneOf(BarFlag.class);
        // A short bar of a quiet stock may well hold one price; a whole session's may not.
        if (timeframe == Timeframe.ONE_DAY) {
            if (bar.volume() == 0) {
                flags.add(BarFlag.ZERO_VOLUME);
            } else if (bar.high().compareTo(bar.low()) == 0) {
                flags.add(BarFlag.FLAT);
            }
        }
        if (!calendar.covers(bar.tradingDay()) || !calendar.isSession(bar.tradingDay())) {
            flags.add(BarFlag.NON_SESSION_DAY);
        }
        return flags;
    }

    /// Whether the close is more than 1.5 times, or less than two thirds of, the close before, both
    /// restated for the splits between them.
    public boolean isUnexplainedJump(ClosedBar previous, ClosedBar bar) {
        BigDecimal before = previous.close();
        BigDecimal after = bar.close();
        for (Split split : facts.splitsBetween(previous.tradingDay(), bar.tradingDay())) {
            before = before.multiply(split.oldFactor());
            after = after.multiply(split.newFactor());
        }
        return BarFlag.isJump(before, after);
    }
}
