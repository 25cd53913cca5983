package dev.bellwether.market.bar;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// Quotes of one session for tests.
final class Ticks {
    static final Symbol AAPL = Symbol.of("AAPL");
    static final TradingCalendar NYSE = TradingCalendar.nyse();
    static final Session SESSION = NYSE.findSession(LocalDate.of(2025, 10, 29)).orElseThrow();

    private Ticks() {}

    /// New York's 10:00 is 14:00 UTC that day.
    static Instant utc(String time) {
        return Instant.parse("2025-10-29T%sZ".formatted(time));
    }

    static Quote tick(String utc, String price, long volume) {
        return quote(utc(utc), price, volume, "composite");
    }

    /// The session's figures so far are none of a bar's business: they are far off.
    static Quote quote(Instant time, String price, long volume, String feed) {
        return Quote.of(
                AAPL,
                new BigDecimal("50"),
                new BigDecimal("999"),
                new BigDecimal("1"),
                new BigDecimal(price),
                new BigDecimal("100"),
                volume,
                time,
                Provider.YAHOO,
                feed);
    }
}
