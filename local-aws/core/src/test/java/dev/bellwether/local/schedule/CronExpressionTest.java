package dev.bellwether.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void midnightInNewYorkMovesWithTheClock() {
        assertThat(on("cron(0 0 * * ? *)", "2025-07-01"))
                .containsExactly(instant("2025-07-01T04:00:00Z"));
        assertThat(on("cron(0 0 * * ? *)", "2025-12-01"))
                .containsExactly(instant("2025-12-01T05:00:00Z"));
    }

    @Test
    void anEarlierLocalTimeThatDoesNotExistIsSkipped() {
        assertThat(on("cron(30 2 * * ? *)", "2025-03-08")).hasSize(1);
        assertThat(on("cron(30 2 * * ? *)", "2025-03-09")).isEmpty();
        assertThat(on("cron(30 2 * * ? *)", "2025-03-10"))
                .containsExactly(instant("2025-03-10T06:30:00Z"));
    }

    @Test
    void aLocalTimeThatComesTwiceFiresOnce() {
        assertThat(on("cron(30 1 * * ? *)", "2025-11-02"))
                .containsExactly(instant("2025-11-02T05:30:00Z"));
        assertThat(on("cron(0 * * * ? *)", "2025-11-02")).hasSize(24).isSorted();
        assertThat(on("cron(0 * * * ? *)", "2025-03-09")).hasSize(23);
    }

    @Test
    void aDayOfQuotesHasAFiringForEveryMinuteFromNineToFive() {
        List<Instant> wednesday = on("cron(* 9-16 ? * MON-FRI *)", "2025-10-29");
        assertThat(wednesday).hasSize(480);
        assertThat(wednesday.getFirst()).isEqualTo(instant("2025-10-29T13:00:00Z"));
        assertThat(wednesday.getLast()).isEqualTo(instant("2025-10-29T20:59:00Z"));
        assertThat(on("cron(* 9-16 ? * MON-FRI *)", "2025-11-01")).isEmpty();
        assertThat(on("cron(* 9-16 ? * MON-FRI *)", "2025-11-02")).isEmpty();
        assertThat(on("cron(* 9-16 ? * MON-FRI *)", "2025-11-03").getFirst())
                .isEqualTo(instant("2025-11-03T14:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2025-11-02", // SUN = 1
        "SUN, 2025-11-02",
        "2, 2025-11-03",
        "7, 2025-11-01",
        "sat, 2025-11-01",
        "L, 2025-11-01", // the week's last day
        "6L, 2025-11-28", // the month's last Friday
        "FRI#2, 2025-11-14",
        "6#1, 2025-11-07"
    })
    void daysOfTheWeekCountFromSunday(String dayOfWeek, String first) {
        ScheduleExpression cron = cron("cron(0 12 ? * " + dayOfWeek + " *)");
        Instant found = cron.nextAfter(instant("2025-11-01T04:00:00Z")).orElseThrow();
        assertThat(LocalDate.ofInstant(found, NEW_YORK)).isEqualTo(LocalDate.parse(first));
    }

    @Test
    void listsStepsRangesAndNamesChoose() {
        assertThat(on("cron(0/20 9,16-17 * * ? *)", "2025-10-29")).hasSize(9);
        assertThat(on("cron(50/5 9 * * ? *)", "2025-10-29")).hasSize(2);
        assertThat(on("cron(*/15 9 * * ? *)", "2025-10-29")).hasSize(4);
        assertThat(on("cron(0 9 29-31 OCT-DEC ? 2025)", "2025-10-29")).hasSize(1);
        assertThat(on("cron(0 9 29 1,NOV ? *)", "2025-10-29")).isEmpty();
        assertThat(on("cron(0 9 * * ? 2026-2030)", "2025-10-29")).isEmpty();
    }

    @Test
    void theLastDayOfTheMonthIsL() {
        ScheduleExpression cron = cron("cron(0 0 L * ? *)");
        assertThat(cron.nextAfter(instant("2028-02-02T00:00:00Z")))
                .contains(instant("2028-02-29T05:00:00Z"));
    }

    @Test
    void nextAndLastLeaveOutTheInstantItself() {
        ScheduleExpression cron = cron("cron(10 0 * * ? *)");
        Instant firing = instant("2025-10-30T04:10:00Z");
        assertThat(cron.lastBefore(firing)).contains(instant("2025-10-29T04:10:00Z"));
        assertThat(cron.nextAfter(firing)).contains(instant("2025-10-31T04:10:00Z"));
        assertThat(cron.firings(firing, firing.plusSeconds(1))).containsExactly(firing);
        assertThat(cron.firings(firing.minusSeconds(1), firing)).isEmpty();
    }

    @Test
    void aRareDayIsFoundAndAPastYearIsNot() {
        assertThat(cron("cron(0 0 29 2 ? *)").nextAfter(instant("2096-03-01T05:00:00Z")))
                .contains(instant("2104-02-29T05:00:00Z"));
        assertThat(cron("cron(0 0 1 1 ? 2020)").nextAfter(instant("2021-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 0 * * *) | 5 fields",
                "cron(60 0 * * ? *) | minutes 60",
                "cron(0 0 * * * *) | exactly one",
                "cron(0 0 ? * ? *) | exactly one",
                "cron(0 0 ? * MOON *) | day-of-week",
                "cron(0 0 15W * ? *) | day-of-month 15W",
                "cron(0 17-9 * * ? *) | backwards",
                "every day | not cron"
            })
    void aMalformedExpressionIsAnErrorThatNamesItsPart(String expression, String message) {
        assertThatThrownBy(() -> cron(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static ScheduleExpression cron(String expression) {
        return ScheduleExpression.parse(expression, NEW_YORK);
    }

    private static List<Instant> on(String expression, String day) {
        LocalDate date = LocalDate.parse(day);
        return cron(expression)
                .firings(
                        date.atStartOfDay(NEW_YORK).toInstant(),
                        date.plusDays(1).atStartOfDay(NEW_YORK).toInstant());
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }
}
