package dev.bellwether.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/// When the New York Stock Exchange is shut or closes early, after its Rule 7.2 and its yearly
/// notices of holidays and trading hours. Interruptions that nobody announced the day before
/// (storms, circuit breakers) are no early closes here.
final class NyseHolidays {
    private static final LocalTime ONE_PM = LocalTime.of(13, 0);
    private static final LocalTime TWO_PM = LocalTime.of(14, 0);

    /// Days of mourning, attack and storm: the reason stands beside each.
    private static final Set<LocalDate> SHUT_FOR_CAUSE =
            Set.of(
                    LocalDate.of(1994, 4, 27), // mourning for President Nixon
                    LocalDate.of(2001, 9, 11), // attack on the World Trade Center, until 09-14
                    LocalDate.of(2001, 9, 12),
                    LocalDate.of(2001, 9, 13),
                    LocalDate.of(2001, 9, 14),
                    LocalDate.of(2004, 6, 11), // mourning for President Reagan
                    LocalDate.of(2007, 1, 2), // mourning for President Ford
                    LocalDate.of(2012, 10, 29), // hurricane Sandy, until 10-30
                    LocalDate.of(2012, 10, 30),
                    LocalDate.of(2018, 12, 5), // mourning for President G. H. W. Bush
                    LocalDate.of(2025, 1, 9)); // mourning for President Carter

    /// Early closes that follow no rule; all at 13:00.
    private static final Set<LocalDate> EARLY_BY_NOTICE =
            Set.of(
                    LocalDate.of(1997, 12, 26),
                    LocalDate.of(1999, 12, 31),
                    LocalDate.of(2003, 12, 26));

    private NyseHolidays() {}

    /// Whether the exchange is shut all day.
    static boolean isClosed(LocalDate day) {
        return isWeekend(day) || isHoliday(day) || SHUT_FOR_CAUSE.contains(day);
    }

    /// The closing time in New York on a session that ends before 16:00.
    static Optional<LocalTime> findEarlyClose(LocalDate day) {
        if (EARLY_BY_NOTICE.contains(day)) {
            return Optional.of(ONE_PM);
        }
        if (isDayAfterThanksgiving(day) && day.getYear() >= 1992 || isChristmasEve(day)) {
            return Optional.of(day.getYear() < 1993 ? TWO_PM : ONE_PM);
        }
        return isEveOrMorrowOfIndependenceDay(day) ? Optional.of(ONE_PM) : Optional.empty();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return day.equals(newYearsDay(year))
                || year >= 1998
                        && day.equals(
                                nthMonday(year, Month.JANUARY, 3)) // Martin Luther King Jr. Day
                || day.equals(nthMonday(year, Month.FEBRUARY, 3)) // Washington's Birthday
                || day.equals(easterSunday(year).minusDays(2)) // Good Friday
                || day.equals(
                        LocalDate.of(year, 5, 1)
                                .with(
                                        TemporalAdjusters.lastInMonth(
                                                DayOfWeek.MONDAY))) // Memorial Day
                || year >= 2022 && day.equals(observed(LocalDate.of(year, 6, 19))) // Juneteenth
                || day.equals(observed(LocalDate.of(year, 7, 4))) // Independence Day
                || day.equals(nthMonday(year, Month.SEPTEMBER, 1)) // Labor Day
                || day.equals(thanksgiving(year))
                || day.equals(observed(LocalDate.of(year, 12, 25))); // Christmas Day
    }

    /// A New Year's Day on a Saturday isn't made up for: the Friday before ends the year's
    /// accounts.
    private static LocalDate newYearsDay(int year) {
        LocalDate day = LocalDate.of(year, 1, 1);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
        };
    }

    private static LocalDate nthMonday(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static boolean isDayAfterThanksgiving(LocalDate day) {
        return day.equals(thanksgiving(day.getYear()).plusDays(1));
    }

    private static boolean isChristmasEve(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24 && !isClosed(day);
    }

    /// From 1995 the exchange closes early before Independence Day; when that was a Thursday, it
    /// closed early on the Friday after instead, until 2013.
    private static boolean isEveOrMorrowOfIndependenceDay(LocalDate day) {
        if (day.getMonth() != Month.JULY || day.getYear() < 1995 || isClosed(day)) {
            return false;
        }
        boolean fridayInstead =
                day.getYear() < 2013
                        && LocalDate.of(day.getYear(), 7, 4).getDayOfWeek() == DayOfWeek.THURSDAY;
        return day.getDayOfMonth() == (fridayInstead ? 5 : 3);
    }

    /// Easter Sunday of the Gregorian calendar, by the anonymous algorithm in J. Meeus,
    /// Astronomical Algorithms, chapter 8.
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
