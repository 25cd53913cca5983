package dev.bellwether.local.template;

import java.time.Duration;
import java.util.Optional;

/// What becomes of an asynchronous invocation that fails.
///
/// Defaults and limits:
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html>.
///
/// @param maximumRetryAttempts tries after the first one, 0 to 2
/// @param onFailureArn queue, topic or function that takes what failed for good
public record AsyncInvocation(
        int maximumRetryAttempts, Duration maximumEventAge, Optional<String> onFailureArn) {
    public static final AsyncInvocation DEFAULT =
            new AsyncInvocation(2, Duration.ofHours(6), Optional.empty());
}
