package dev.bellwether.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
    private final TradingCalendar calendar = TradingCalendar.nyse();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1994-04-27",
                "2001-09-11",
                "2001-09-12",
                "2001-09-13",
                "2001-09-14",
                "2004-06-11",
                "2007-01-02",
                "2012-10-29",
                "2012-10-30",
                "2018-12-05",
                "2025-01-09"
            })
    void daysShutForCauseAreNoSessions(LocalDate day) {
        assertThat(calendar.isSession(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-19", "2026-02-16", "2026-04-03", "2026-05-25", "2026-06-19",
                "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25", "2021-12-24", "2022-06-20",
                "2023-01-02", "2010-12-24", "1990-01-01", "2028-07-04"
            })
    void holidaysAreNoSessions(LocalDate day) {
        assertThat(calendar.isSession(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // New Year's Day on a Saturday is not made up for
                "2010-12-31",
                "2021-12-31",
                "2027-12-31",
                // Martin Luther King Jr. Day before 1998, Juneteenth before 2022
                "1997-01-20",
                "2020-06-19",
                "2021-06-18",
                // Columbus Day and Veterans Day are bank holidays only
                "2024-10-14",
                "2024-11-11",
                "2001-09-10",
                "2001-09-17",
                "2012-10-31"
            })
    void otherDaysAreSessions(LocalDate day) {
        assertThat(calendar.isSession(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 13:00", "2026-12-24, 13:00", "2024-07-03, 13:00", "2013-07-03, 13:00",
        "2012-07-03, 13:00", "1996-07-05, 13:00", "2002-07-05, 13:00", "2003-12-26, 13:00",
        "1999-12-31, 13:00", "1997-12-26, 13:00", "1992-11-27, 14:00", "1990-12-24, 14:00",
        "1993-11-26, 13:00", "1995-07-03, 13:00"
    })
    void earlyClosesEndTheSession(LocalDate day, LocalTime close) {
        Session session = calendar.findSession(day).orElseThrow();

        assertThat(session.close().atZone(TradingCalendar.ZONE).toLocalTime()).isEqualTo(close);
        assertThat(session.isEarlyClose()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2002-07-03",
                "2013-07-05",
                "2024-07-05",
                "1991-11-29",
                "1994-07-05",
                "2024-12-26",
                "2006-11-22",
                "2022-07-01",
                "2022-12-23"
            })
    void ordinarySessionsCloseAtFour(LocalDate day) {
        assertThat(calendar.findSession(day).orElseThrow().isEarlyClose()).isFalse();
    }

    /// Yearly session counts as published by the exchange and repeated in many almanacs.
    @ParameterizedTest
    @CsvSource({
        "1990, 253", "1996, 254", "1997, 253", "1998, 252", "2001, 248", "2004, 252", "2007, 251",
        "2012, 250", "2018, 251", "2020, 253", "2021, 252", "2022, 251", "2023, 250", "2024, 252",
        "2025, 250", "2026, 251", "2027, 251", "2028, 251"
    })
    void yearsHaveTheExchangesNumberOfSessions(int year, int sessions) {
        assertThat(calendar.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .hasSize(sessions);
    }

    @Test
    void holidaysAgreeWithAnIndependentCalendar() {
        HolidayManager nyse =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
        Set<LocalDate> differing = new TreeSet<>();
        for (int year = 1998; year <= TradingCalendar.LAST_YEAR; year++) {
            Set<LocalDate> holidays =
                    nyse.getHolidays(java.time.Year.of(year)).stream()
                            .map(holiday -> holiday.getDate())
                            .collect(Collectors.toSet());
            for (LocalDate day = LocalDate.of(year, 1, 1);
                    day.getYear() == year;
                    day = day.plusDays(1)) {
                boolean weekend =
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
                if (!weekend && holidays.contains(day) == calendar.isSession(day)) {
                    differing.add(day);
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void sessionsFollowDaylightSaving() {
        assertThat(calendar.findSession(LocalDate.of(2026, 3, 6)).orElseThrow().open())
                .isEqualTo("2026-03-06T14:30:00Z");
        assertThat(calendar.findSession(LocalDate.of(2026, 3, 9)).orElseThrow().open())
                .isEqualTo("2026-03-09T13:30:00Z");
        assertThat(calendar.findSession(LocalDate.of(2026, 11, 2)).orElseThrow().close())
                .isEqualTo("2026-11-02T21:00:00Z");
    }

    @Test
    void lastClosedSessionIsTheOneWhoseCloseHasPassed() {
        assertThat(calendar.lastClosed(Instant.parse("2025-10-29T19:59:59Z")).tradingDay())
                .isEqualTo("2025-10-28");
        assertThat(calendar.lastClosed(Instant.parse("2025-10-29T20:00:00Z")).tradingDay())
                .isEqualTo("2025-10-29");
        assertThat(calendar.lastClosed(Instant.parse("2025-11-03T05:00:00Z")).tradingDay())
                .as("midnight on Monday: Friday's session")
                .isEqualTo("2025-10-31");
        assertThat(calendar.lastClosed(Instant.parse("2026-11-27T18:00:00Z")).tradingDay())
                .as("13:00 on an early close")
                .isEqualTo("2026-11-27");
    }

    @Test
    void aSessionRunsFromItsOpenToItsCloseInclusive() {
        assertThat(calendar.findOpen(Instant.parse("2025-10-29T13:29:59Z"))).isEmpty();
        assertThat(calendar.findOpen(Instant.parse("2025-10-29T13:30:00Z"))).isPresent();
        assertThat(calendar.findOpen(Instant.parse("2025-10-29T20:00:00Z"))).isPresent();
        assertThat(calendar.findOpen(Instant.parse("2025-10-29T20:00:01Z"))).isEmpty();
        assertThat(calendar.findOpen(Instant.parse("2025-11-01T15:00:00Z")))
                .as("a Saturday")
                .isEmpty();
    }

    @Test
    void sessionsAreCountedNotDays() {
        LocalDate friday = LocalDate.of(2026, 7, 2);

        assertThat(calendar.next(friday)).isEqualTo("2026-07-06");
        assertThat(calendar.previous(LocalDate.of(2026, 7, 6))).isEqualTo(friday);
        assertThat(calendar.plusSessions(friday, 5)).isEqualTo("2026-07-10");
        assertThat(calendar.plusSessions(friday, 0)).isEqualTo(friday);
        assertThat(calendar.sessionsBetween(friday, LocalDate.of(2026, 7, 10))).isEqualTo(5);
        assertThat(calendar.sessionsBetween(friday, friday)).isZero();
        assertThat(calendar.sessionsBetween(LocalDate.of(2026, 7, 10), friday)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989-12-29", "2031-01-02"})
    void anotherYearIsAnErrorNotOpen(LocalDate day) {
        assertThatThrownBy(() -> calendar.isSession(day))
                .isInstanceOf(UncoveredYearException.class)
                .hasMessageContaining("covers 1990 to 2030")
                .hasMessageContaining(day.toString());
        assertThatThrownBy(() -> calendar.findSession(day))
                .isInstanceOf(UncoveredYearException.class);
    }

    @Test
    void steppingOutOfTheCoveredYearsIsAnError() {
        assertThatThrownBy(() -> calendar.next(LocalDate.of(2030, 12, 31)))
                .isInstanceOf(UncoveredYearException.class);
        assertThatThrownBy(() -> calendar.lastClosed(Instant.parse("1990-01-02T15:00:00Z")))
                .isInstanceOf(UncoveredYearException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-29T13:30:00Z, 2025-10-29",
        "2025-10-29T13:29:59.999Z, 2025-10-28",
        "2025-10-29T23:00:00Z, 2025-10-29",
        "2025-11-27T16:00:00Z, 2025-11-26",
        "2025-11-03T14:29:59Z, 2025-10-31",
        "2025-11-03T14:30:00Z, 2025-11-03"
    })
    void theSessionThatOpenedLastRunsOrRanLast(Instant at, LocalDate day) {
        assertThat(TradingCalendar.nyse().findLastOpened(at))
                .hasValueSatisfying(session -> assertThat(session.tradingDay()).isEqualTo(day));
    }

    @Test
    void noSessionOpenedBeforeTheCalendarBegins() {
        assertThat(TradingCalendar.nyse().findLastOpened(Instant.parse("1990-01-01T02:00:00Z")))
                .isEmpty();
        assertThat(TradingCalendar.nyse().findLastOpened(Instant.parse("1990-01-02T14:00:00Z")))
                .isEmpty();
    }
}
