package dev.bellwether.market;

import java.time.LocalDate;

/// The trading calendar was asked about a year it does not cover: neither open nor closed is known.
public final class UncoveredYearException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncoveredYearException(LocalDate day) {
        super(
                "The trading calendar covers %d to %d and cannot tell about %s; use a version of Bellwether that covers it"
                        .formatted(TradingCalendar.FIRST_YEAR, TradingCalendar.LAST_YEAR, day));
    }
}
