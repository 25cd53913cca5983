package dev.bellwether.local.template;

import java.time.Duration;
import java.util.Optional;

/// A declared schedule of EventBridge Scheduler.
///
/// @param expression such as `cron(0 0 * * ? *)`
/// @param timeZone IANA name in which the expression is read
/// @param targetArn function or queue
/// @param input what the target gets, with `<aws.scheduler...>` words still in it
/// @param maximumRetryAttempts tries after the first one
/// @param maximumEventAge an older firing is not tried again
public record Schedule(
        String stack,
        String logicalId,
        String name,
        String arn,
        String expression,
        String timeZone,
        boolean enabled,
        String targetArn,
        String input,
        int maximumRetryAttempts,
        Duration maximumEventAge,
        Optional<String> deadLetterArn) {}
