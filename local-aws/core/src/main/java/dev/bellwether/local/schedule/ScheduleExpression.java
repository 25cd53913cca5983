package dev.bellwether.local.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// When a schedule fires.
///
/// See <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>.
public sealed interface ScheduleExpression permits CronExpression, RateExpression, AtExpression {
    /// Firings from the first instant on, up to but without the second, in order.
    List<Instant> firings(Instant fromInclusive, Instant toExclusive);

    Optional<Instant> nextAfter(Instant instant);

    Optional<Instant> lastBefore(Instant instant);

    /// Reads `cron(...)`, `rate(...)` or `at(...)`.
    ///
    /// @throws IllegalArgumentException if the expression is malformed; the message names the part
    static ScheduleExpression parse(String expression, ZoneId zone) {
        int open = expression.indexOf('(');
        if (open < 0 || !expression.endsWith(")")) {
            throw new IllegalArgumentException(
                    "Schedule expression %s is not cron(...), rate(...) or at(...)"
                            .formatted(expression));
        }
        String argument = expression.substring(open + 1, expression.length() - 1);
        return switch (expression.substring(0, open)) {
            case "cron" -> CronExpression.parse(argument, zone);
            case "rate" -> RateExpression.parse(argument);
            case "at" -> AtExpression.parse(argument, zone);
            default ->
                    throw new IllegalArgumentException(
                            "Schedule expression %s is not cron(...), rate(...) or at(...)"
                                    .formatted(expression));
        };
    }
}
