package dev.bellwether.alerts;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A daily bar as the table holds it.
///
/// @param scheduledAt market time of the run that wrote it
/// @param runDay day of that run; empty for a backfill, which may not alert
record StoredBar(OhlcvBar bar, Instant scheduledAt, Optional<LocalDate> runDay) {
    static final String SORT_KEY_PREFIX = "bar#1d#";

    /// Throws [MalformedItemException] when the item is no bar.
    static StoredBar of(Item item) {
        try {
            return new StoredBar(
                    new OhlcvBar(
                            item.symbol(),
                            item.day("trading_day"),
                            item.number("open"),
                            item.number("high"),
                            item.number("low"),
                            item.number("close"),
                            item.read("volume", volume -> new BigDecimal(volume).longValueExact()),
                            item.read("provider", Provider::of)),
                    item.instant("scheduled_at"),
                    item.find("run_day").map(_ -> item.day("run_day")));
        } catch (IllegalArgumentException e) {
            throw new MalformedItemException(String.valueOf(e.getMessage()), e);
        }
    }

    static String sortKey(LocalDate tradingDay) {
        return SORT_KEY_PREFIX + tradingDay;
    }

    /// Whether the run that wrote the bar was the one of the bar's own day: a late bar may not
    /// alert.
    boolean isOfItsRunDay() {
        return runDay.filter(bar.tradingDay()::equals).isPresent();
    }
}
