package dev.bellwether.market.rule;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Session;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Counts what is missing between two bars: sessions for daily bars, bars for shorter ones; never
/// days, of which a weekend has two without anything missing.
record MissingBars(TradingCalendar calendar, Timeframe timeframe) {
    int between(RuleState.Last earlier, ClosedBar later) {
        LocalDate from = earlier.tradingDay();
        LocalDate to = later.tradingDay();
        if (!calendar.covers(from) || !calendar.covers(to)) {
            return 0; // nobody knows
        }
        Optional<Duration> length = timeframe.length();
        int missing =
                length.isEmpty()
                        ? calendar.sessionsBetween(from, to) - 1
                        : barsBetween(earlier.start(), from, later.start(), to, length.get());
        return Math.max(0, missing);
    }

    private int barsBetween(
            Instant earlier, LocalDate from, Instant later, LocalDate to, Duration length) {
        if (from.equals(to)) {
            return bars(earlier, later, length) - 1;
        }
        int missing =
                calendar.findSession(from)
                                .map(session -> bars(earlier, session.close(), length) - 1)
                                .orElse(0)
                        + calendar.findSession(to)
                                .map(session -> bars(session.open(), later, length))
                                .orElse(0);
        for (LocalDate day : calendar.sessions(from, to)) {
            if (day.isAfter(from) && day.isBefore(to)) {
                Session session = calendar.findSession(day).orElseThrow();
                missing += bars(session.open(), session.close(), length);
            }
        }
        return missing;
    }

    private static int bars(Instant from, Instant to, Duration length) {
        return Math.toIntExact(Duration.between(from, to).dividedBy(length));
    }
}
