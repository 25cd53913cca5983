package dev.bellwether.market.bar;

import dev.bellwether.market.Session;
import dev.bellwether.market.Timeframe;
import java.time.Duration;
import java.time.Instant;

/// When a bar is finished, told by the quotes' own times and by no clock: a day that is replayed
/// closes the same bars.
public final class BarClosing {
    /// How much older than its symbol's newest quote a quote may come and still find its bar open.
    public static final Duration HORIZON = Duration.ofSeconds(60);

    private BarClosing() {}

    /// The bar is closed when the symbol has a quote of this time or a later one: the bar's end and
    /// the horizon, or the session's close if that is earlier. What comes after that restates it.
    public static Instant closesAt(Timeframe timeframe, Instant start, Session session) {
        Instant late = timeframe.endOf(start, session).plus(HORIZON);
        return late.isAfter(session.close()) ? session.close() : late;
    }
}
