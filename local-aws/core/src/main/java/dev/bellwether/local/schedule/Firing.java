package dev.bellwether.local.schedule;

import dev.bellwether.local.template.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One time at which one schedule fires.
public record Firing(Schedule schedule, Instant scheduledTime) {
    /// What the target gets: the schedule's input with the words of Scheduler replaced.
    ///
    /// See
    /// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html>.
    ///
    /// @param attempt counted from 1
    public String input(int attempt) {
        return schedule.input()
                .replace("<aws.scheduler.scheduled-time>", time())
                .replace("<aws.scheduler.schedule-arn>", schedule.arn())
                .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt))
                .replace("<aws.scheduler.execution-id>", executionId(attempt));
    }

    private String time() {
        return scheduledTime.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The same firing has the same id in every run.
    private String executionId(int attempt) {
        String identity = schedule.arn() + "|" + time() + "|" + attempt;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
