package dev.bellwether.localstack;

import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.schedule.Schedules;
import dev.bellwether.local.template.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/// The schedules as the service holds them: expression, zone, target and input are read back, not
/// taken from the template. (LocalStack keeps them and never fires.)
record DeployedSchedules(SchedulerClient scheduler) {
    /// All firings from the first instant on, up to but without the second, in order.
    List<Firing> firings(String group, Instant fromInclusive, Instant toExclusive) {
        return new Schedules(read(group)).firings(fromInclusive, toExclusive);
    }

    private List<Schedule> read(String group) {
        return scheduler.listSchedulesPaginator(list -> list.groupName(group)).schedules().stream()
                .map(summary ->
                        scheduler.getSchedule(get -> get.groupName(group).name(summary.name())))
                .map(DeployedSchedules::schedule)
                .toList();
    }

    private static Schedule schedule(GetScheduleResponse read) {
        return new Schedule(
                "",
                read.name(),
                read.name(),
                String.valueOf(read.arn()),
                read.scheduleExpression(),
                read.scheduleExpressionTimezone(),
                read.state() != ScheduleState.DISABLED,
                read.target().arn(),
                read.target().input(),
                read.target().retryPolicy().maximumRetryAttempts(),
                Duration.ofSeconds(read.target().retryPolicy().maximumEventAgeInSeconds()),
                Optional.empty());
    }
}
