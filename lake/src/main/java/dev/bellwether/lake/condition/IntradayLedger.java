package dev.bellwether.lake.condition;

import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Session;
import dev.bellwether.market.TradingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Holds the shorter bars of one day against those that its regular session consists of. Bars of
/// extended hours are kept and count for nothing.
public final class IntradayLedger {
    private final TradingCalendar calendar;

    /// A ledger of that calendar's sessions.
    public IntradayLedger(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /// The condition of a day's bars of one interval; several bars of one start are one.
    public DayCondition judge(LocalDate day, Interval interval, Collection<ScreenedBar> bars) {
        Duration length =
                interval.length()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "A day's bars are held against the daily ledger"));
        Optional<Session> session =
                calendar.covers(day) ? calendar.findSession(day) : Optional.empty();
        if (session.isEmpty()) {
            return new DayCondition(
                    day, DataCondition.DEGRADED, "bars on a day without a session", 0, 0);
        }
        List<ScreenedBar> regular =
                bars.stream().filter(bar -> isRegular(bar.bar(), session.get())).toList();
        int there = (int) regular.stream().map(bar -> bar.bar().start()).distinct().count();
        Duration open = Duration.between(session.get().open(), session.get().close());
        int expected = (int) open.plus(length).minusNanos(1).dividedBy(length);
        return judge(day, regular, there, expected);
    }

    private static DayCondition judge(
            LocalDate day, List<ScreenedBar> regular, int there, int expected) {
        if (there == 0) {
            return new DayCondition(
                    day, DataCondition.MISSING, "no bar of the regular session", expected, there);
        }
        List<String> reasons = new ArrayList<>();
        if (there != expected) {
            reasons.add("%d of %d bars".formatted(there, expected));
        }
        long suspect = regular.stream().filter(ScreenedBar::suspect).count();
        if (suspect > 0) {
            reasons.add(suspect == 1 ? "a suspect bar" : suspect + " suspect bars");
        }
        return new DayCondition(
                day,
                reasons.isEmpty() ? DataCondition.AVAILABLE : DataCondition.DEGRADED,
                String.join("; ", reasons),
                expected,
                there);
    }

    private static boolean isRegular(SourceBar bar, Session session) {
        return !bar.start().isBefore(session.open()) && bar.start().isBefore(session.close());
    }
}
