package dev.bellwether.lake.history;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Session;
import dev.bellwether.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// Since when history is assumed to have been known that was imported without the time of its
/// fetch.
///
/// A session's bar: four hours after the close, when Alpha Vantage has the day's final figures, and
/// Yahoo and Alpaca have too. A shorter bar: midnight in New York after its day, when free plans
/// serve it. An action: like the bar of the day on which it was announced, or of its effective day
/// if that is not stated.
public final class PublicationLag {
    private static final Duration AFTER_CLOSE = Duration.ofHours(4);
    private static final LocalTime USUAL_CLOSE = LocalTime.of(16, 0);

    private PublicationLag() {}

    /// The assumed knowledge of a bar.
    public static Knowledge of(SourceBar bar, TradingCalendar calendar) {
        return Knowledge.assumed(
                bar.interval() == Interval.ONE_DAY
                        ? afterClose(bar.tradingDay(), calendar)
                        : bar.tradingDay()
                                .plusDays(1)
                                .atStartOfDay(TradingCalendar.ZONE)
                                .toInstant());
    }

    /// The assumed knowledge of an action.
    public static Knowledge of(CorporateAction action, TradingCalendar calendar) {
        LocalDate announced = action.announcedDay();
        return Knowledge.assumed(
                afterClose(announced == null ? action.effectiveDay() : announced, calendar));
    }

    private static Instant afterClose(LocalDate day, TradingCalendar calendar) {
        Optional<Session> session =
                calendar.covers(day) ? calendar.findSession(day) : Optional.empty();
        return session.map(Session::close)
                .orElseGet(() -> day.atTime(USUAL_CLOSE).atZone(TradingCalendar.ZONE).toInstant())
                .plus(AFTER_CLOSE);
    }
}
