package dev.bellwether.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The regular sessions of the New York Stock Exchange from 1990 to 2030: holidays, early closes
/// and the days it stayed shut for cause.
///
/// Instants are computed from the zone's rules, so daylight saving is right on both sides of each
/// change. A question about another year throws [UncoveredYearException]; it is never answered
/// "open".
public final class TradingCalendar {
    /// The exchange's time zone.
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// First year covered.
    public static final int FIRST_YEAR = 1990;

    /// Last year covered.
    public static final int LAST_YEAR = 2030;

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final TradingCalendar NYSE = new TradingCalendar();

    private final NavigableMap<LocalDate, Session> sessions = new TreeMap<>();

    private TradingCalendar() {
        LocalDate end = LocalDate.of(LAST_YEAR + 1, 1, 1);
        for (LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1);
                day.isBefore(end);
                day = day.plusDays(1)) {
            if (!NyseHolidays.isClosed(day)) {
                LocalTime close = NyseHolidays.findEarlyClose(day).orElse(CLOSE);
                sessions.put(day, new Session(day, at(day, OPEN), at(day, close)));
            }
        }
    }

    /// The calendar of the New York Stock Exchange, which Nasdaq shares.
    public static TradingCalendar nyse() {
        return NYSE;
    }

    /// Whether the calendar knows about the day.
    public boolean covers(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /// Whether the exchange holds a session that day.
    public boolean isSession(LocalDate day) {
        requireCovered(day);
        return sessions.containsKey(day);
    }

    /// The session of that day, if there is one.
    public Optional<Session> findSession(LocalDate day) {
        requireCovered(day);
        return Optional.ofNullable(sessions.get(day));
    }

    /// The newest session whose close is at or before the instant.
    public Session lastClosed(Instant at) {
        LocalDate day = at.atZone(ZONE).toLocalDate();
        requireCovered(day);
        for (Session session : sessions.headMap(day, true).descendingMap().values()) {
            if (!session.close().isAfter(at)) {
                return session;
            }
        }
        throw new UncoveredYearException(day);
    }

    /// The session that runs at the instant, if one does.
    public Optional<Session> findOpen(Instant at) {
        return findSession(at.atZone(ZONE).toLocalDate()).filter(session -> session.isRunning(at));
    }

    /// The newest session whose open is at or before the instant: the one that runs or ran last;
    /// empty when the calendar has none.
    public Optional<Session> findLastOpened(Instant at) {
        LocalDate day = at.atZone(ZONE).toLocalDate();
        if (!covers(day)) {
            return Optional.empty();
        }
        // A stream over the days until then would count them all first.
        Map.Entry<LocalDate, Session> last = sessions.floorEntry(day);
        if (last != null && last.getValue().open().isAfter(at)) {
            last = sessions.lowerEntry(last.getKey());
        }
        return Optional.ofNullable(last).map(Map.Entry::getValue);
    }

    /// The first session's day after the day.
    public LocalDate next(LocalDate day) {
        return plusSessions(day, 1);
    }

    /// The last session's day before the day.
    public LocalDate previous(LocalDate day) {
        return plusSessions(day, -1);
    }

    /// The day that many sessions after the day, or before it when negative; the day itself when
    /// zero.
    public LocalDate plusSessions(LocalDate day, int count) {
        requireCovered(day);
        LocalDate result = day;
        for (int left = Math.abs(count); left > 0; left--) {
            LocalDate step = count > 0 ? sessions.higherKey(result) : sessions.lowerKey(result);
            if (step == null) {
                throw new UncoveredYearException(
                        count > 0
                                ? LocalDate.of(LAST_YEAR + 1, 1, 1)
                                : LocalDate.of(FIRST_YEAR - 1, 12, 31));
            }
            result = step;
        }
        return result;
    }

    /// How many sessions lie after the first day, up to and including the second; zero if it is not
    /// later.
    public int sessionsBetween(LocalDate after, LocalDate through) {
        requireCovered(after);
        requireCovered(through);
        return through.isAfter(after) ? sessions.subMap(after, false, through, true).size() : 0;
    }

    /// The days with a session from the first to the last day, both included.
    public List<LocalDate> sessions(LocalDate first, LocalDate last) {
        requireCovered(first);
        requireCovered(last);
        return List.copyOf(sessions.subMap(first, true, last, true).keySet());
    }

    private void requireCovered(LocalDate day) {
        if (!covers(day)) {
            throw new UncoveredYearException(day);
        }
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
