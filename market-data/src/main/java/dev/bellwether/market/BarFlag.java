package dev.bellwether.market;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What is odd, though possible, about a bar: kept and shown, never dropped.
public enum BarFlag {
    /// Nothing was traded.
    ZERO_VOLUME("zero-volume"),
    /// All four prices are the same although shares were traded.
    FLAT("flat"),
    /// The close is more than 1.5 times, or less than two thirds of, the close before: a split or a
    /// crash.
    JUMP("jump"),
    /// The high is more than 1.5 times the highest, or the low less than two thirds of the lowest,
    /// of open, close and the close before: a price that nothing else of the bar knows.
    RANGE_SPIKE("range-spike"),
    /// The calendar has no session on that day.
    NON_SESSION_DAY("non-session-day");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final String id;

    BarFlag(String id) {
        this.id = id;
    }

    /// The flag's name in the lake.
    public String id() {
        return id;
    }

    /// The flags of a bar that follows `previous` in its series.
    public static Set<BarFlag> of(
            OhlcvBar bar, Optional<OhlcvBar> previous, TradingCalendar calendar) {
        Set<BarFlag> flags = EnumSet.noneOf(BarFlag.class);
        if (bar.volume() == 0) {
            flags.add(ZERO_VOLUME);
        } else if (bar.high().compareTo(bar.low()) == 0) {
            flags.add(FLAT);
        }
        if (previous.isPresent() && isJump(previous.get().close(), bar.close())) {
            flags.add(JUMP);
        }
        if (hasSpike(bar, previous)) {
            flags.add(RANGE_SPIKE);
        }
        if (!calendar.covers(bar.tradingDay()) || !calendar.isSession(bar.tradingDay())) {
            flags.add(NON_SESSION_DAY);
        }
        return flags;
    }

    private static boolean hasSpike(OhlcvBar bar, Optional<OhlcvBar> previous) {
        BigDecimal before = previous.map(OhlcvBar::close).orElse(bar.close());
        BigDecimal highest = bar.open().max(bar.close()).max(before);
        BigDecimal lowest = bar.open().min(bar.close()).min(before);
        return isRise(highest, bar.high()) || isFall(lowest, bar.low());
    }

    /// Whether the second close is more than 1.5 times, or less than two thirds of, the first.
    public static boolean isJump(BigDecimal before, BigDecimal after) {
        return isRise(before, after) || isFall(before, after);
    }

    // In whole multiples, so that exactly 3:2 is no jump whatever the prices' scale.
    private static boolean isRise(BigDecimal before, BigDecimal after) {
        return after.multiply(TWO).compareTo(before.multiply(THREE)) > 0;
    }

    private static boolean isFall(BigDecimal before, BigDecimal after) {
        return after.multiply(THREE).compareTo(before.multiply(TWO)) < 0;
    }
}
