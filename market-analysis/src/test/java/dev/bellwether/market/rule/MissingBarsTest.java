package dev.bellwether.market.rule;

import static dev.bellwether.market.rule.Bars.day;
import static dev.bellwether.market.rule.Bars.indices;
import static dev.bellwether.market.rule.Bars.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Gaps are counted in sessions and bars that the exchange held, never in days or hours.
class MissingBarsTest {
    @Test
    void aWeekendAndAHolidayAreNoGap() {
        assertThat(daily(0, "2024-07-05", "2024-07-08")).containsExactly("1 up"); // Friday, Monday
        assertThat(daily(0, "2024-07-03", "2024-07-05")).containsExactly("1 up"); // the 4th
        assertThat(daily(0, "2001-09-10", "2001-09-17")).containsExactly("1 up"); // closed for days
    }

    @Test
    void aMissingSessionIsAGapWhenMoreAreMissingThanTheRuleAllows() {
        assertThat(daily(0, "2024-07-05", "2024-07-09")).isEmpty();
        assertThat(daily(1, "2024-07-05", "2024-07-09")).containsExactly("1 up");
        assertThat(daily(4, "2024-07-05", "2024-07-15")).isEmpty();
        assertThat(daily(5, "2024-07-05", "2024-07-15")).containsExactly("1 up");
    }

    @Test
    void afterAGapTheRuleWarmsUpAnew() {
        RuleDefinition rule = rule("price-level:100", "0", 0, 0, Timeframe.ONE_DAY);
        List<ClosedBar> bars =
                List.of(
                        day(LocalDate.of(2024, 7, 5), "99"),
                        day(LocalDate.of(2024, 7, 9), "101"),
                        day(LocalDate.of(2024, 7, 10), "99"));

        assertThat(indices(rule, bars)).containsExactly("2 down");
    }

    @Test
    void nobodyKnowsWhatIsMissingOutsideTheCalendar() {
        assertThat(daily(0, "1985-03-01", "1985-06-03")).containsExactly("1 up");
    }

    @Test
    void barsOfMinutesFollowEachOtherOverNightAndOverAnEarlyClose() {
        assertThat(minutes(0, "2024-07-01T15:45", "2024-07-02T09:30")).containsExactly("1 up");
        assertThat(minutes(0, "2024-07-05T15:45", "2024-07-08T09:30")).containsExactly("1 up");
        // 2024-07-03 closed at 13:00, the 4th was a holiday.
        assertThat(minutes(0, "2024-07-03T12:45", "2024-07-05T09:30")).containsExactly("1 up");
    }

    @Test
    void missingBarsOfMinutesAreCounted() {
        assertThat(minutes(0, "2024-07-01T10:00", "2024-07-01T10:30")).isEmpty();
        assertThat(minutes(1, "2024-07-01T10:00", "2024-07-01T10:30")).containsExactly("1 up");
        // The last one before an early close and the first of the next day.
        assertThat(minutes(1, "2024-07-03T12:30", "2024-07-05T09:45")).isEmpty();
        assertThat(minutes(2, "2024-07-03T12:30", "2024-07-05T09:45")).containsExactly("1 up");
        // A short session of 14 bars between.
        assertThat(minutes(13, "2024-07-02T15:45", "2024-07-05T09:30")).isEmpty();
        assertThat(minutes(14, "2024-07-02T15:45", "2024-07-05T09:30")).containsExactly("1 up");
    }

    private static List<String> daily(int gap, String first, String second) {
        return indices(
                rule("price-level:100", "0", 0, gap, Timeframe.ONE_DAY),
                List.of(day(LocalDate.parse(first), "99"), day(LocalDate.parse(second), "101")));
    }

    private static List<String> minutes(int gap, String first, String second) {
        return indices(
                rule("price-level:100", "0", 0, gap, Timeframe.FIFTEEN_MINUTES),
                List.of(minute(first, "99"), minute(second, "101")));
    }

    private static ClosedBar minute(String time, String close) {
        LocalDateTime at = LocalDateTime.parse(time);
        return Bars.bar(at.atZone(TradingCalendar.ZONE).toInstant(), at.toLocalDate(), close);
    }
}
