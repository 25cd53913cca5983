package dev.bellwether.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.TemplateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Instant FROM = Instant.parse("2025-10-30T03:59:00Z");

    @Test
    void firingsComeByTimeAndThenByName() {
        Schedules schedules =
                new Schedules(
                        List.of(
                                schedule("training", "cron(10 0 * * ? *)"),
                                schedule("b", "cron(0 0 * * ? *)"),
                                schedule("a", "cron(0 0 * * ? *)")));

        assertThat(schedules.firings(FROM, FROM.plus(Duration.ofDays(1))))
                .extracting(firing -> firing.schedule().name() + " " + firing.scheduledTime())
                .containsExactly(
                        "a 2025-10-30T04:00:00Z",
                        "b 2025-10-30T04:00:00Z",
                        "training 2025-10-30T04:10:00Z");
        assertThat(schedules.nextAfter(FROM)).map(firing -> firing.schedule().name()).contains("a");
        assertThat(schedules.lastBefore("training", FROM))
                .contains(Instant.parse("2025-10-29T04:10:00Z"));
    }

    @Test
    void theInputTellsTheScheduledTimeToTheSecond() {
        Firing firing =
                new Firing(schedule("a", "rate(1 minute)"), Instant.parse("2025-10-30T04:00:00Z"));
        assertThat(firing.input(2))
                .isEqualTo("{\"scheduledTime\":\"2025-10-30T04:00:00Z\",\"attempt\":2}");
    }

    @Test
    void aRateOfADayIsTwentyFourHoursAcrossTheClockChange() {
        Schedules schedules = new Schedules(List.of(schedule("r", "rate(1 day)")));
        assertThat(
                        schedules.firings(
                                Instant.parse("2025-11-01T00:00:00Z"),
                                Instant.parse("2025-11-04T00:00:00Z")))
                .extracting(Firing::scheduledTime)
                .containsExactly(
                        Instant.parse("2025-11-01T00:00:00Z"),
                        Instant.parse("2025-11-02T00:00:00Z"),
                        Instant.parse("2025-11-03T00:00:00Z"));
        assertThat(schedules.lastBefore("r", Instant.parse("2025-11-02T00:00:00Z")))
                .contains(Instant.parse("2025-11-01T00:00:00Z"));
    }

    @Test
    void aOneTimeScheduleFiresAtItsLocalTime() {
        Schedules schedules = new Schedules(List.of(schedule("once", "at(2025-10-30T09:00:00)")));
        assertThat(schedules.nextAfter("once", FROM))
                .contains(Instant.parse("2025-10-30T13:00:00Z"));
        assertThat(schedules.nextAfter("once", Instant.parse("2025-10-30T13:00:00Z"))).isEmpty();
    }

    @Test
    void aMalformedScheduleIsNamed() {
        assertThatThrownBy(() -> new Schedules(List.of(schedule("bad", "rate(5 fortnights)"))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Schedule bad of stack S")
                .hasMessageContaining("rate(5 fortnights)");
    }

    private static Schedule schedule(String name, String expression) {
        return new Schedule(
                "S",
                name,
                name,
                "arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + name,
                expression,
                "America/New_York",
                true,
                "arn:aws:sqs:us-east-1:000000000000:q",
                "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\",\"attempt\":<aws.scheduler.attempt-number>}",
                0,
                Duration.ofMinutes(1),
                Optional.empty());
    }
}
