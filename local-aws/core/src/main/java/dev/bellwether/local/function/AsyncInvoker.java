package dev.bellwether.local.function;

import dev.bellwether.local.function.AsyncOutcome.Dropped;
import dev.bellwether.local.function.AsyncOutcome.Reason;
import dev.bellwether.local.function.AsyncOutcome.Succeeded;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.template.AsyncInvocation;
import java.time.Duration;

/// Delivers an event as an asynchronous invocation, such as EventBridge Scheduler's, does it.
///
/// Lambda retries one minute after the first attempt and two minutes after the second
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html). Here the
/// retries come at once, but an event still counts as that old, so that a retry which the maximum
/// age would forbid on Lambda does not happen here either.
public final class AsyncInvoker {
    private final FunctionInvoker function;
    private final AsyncInvocation config;

    public AsyncInvoker(FunctionInvoker function, AsyncInvocation config) {
        this.function = function;
        this.config = config;
    }

    public AsyncOutcome invoke(byte[] payload) {
        for (int attempt = 1; ; attempt++) {
            InvocationOutcome outcome = function.invoke(payload);
            if (outcome instanceof Answered answer) {
                return new Succeeded(answer, attempt);
            }
            if (attempt > config.maximumRetryAttempts()) {
                return new Dropped(outcome, attempt, Reason.RETRIES_EXHAUSTED);
            }
            if (ageAtAttempt(attempt + 1).compareTo(config.maximumEventAge()) > 0) {
                return new Dropped(outcome, attempt, Reason.EVENT_AGE_EXCEEDED);
            }
        }
    }

    private static Duration ageAtAttempt(int attempt) {
        return attempt == 2 ? Duration.ofMinutes(1) : Duration.ofMinutes(3);
    }
}
