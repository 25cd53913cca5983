package dev.bellwether.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.function.AsyncOutcome.Dropped;
import dev.bellwether.local.function.AsyncOutcome.Reason;
import dev.bellwether.local.function.AsyncOutcome.Succeeded;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import dev.bellwether.local.template.AsyncInvocation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsyncInvokerTest {
    private static final Answered ANSWER = new Answered(new byte[0]);
    private static final Crashed CRASH = new Crashed(137);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aSuccessIsNotRepeated() {
        assertThat(outcome(new AsyncInvocation(2, HOUR, Optional.empty()), ANSWER))
                .isEqualTo(new Succeeded(ANSWER, 1));
    }

    @Test
    void aPollerWithoutRetriesIsTriedOnce() {
        assertThat(outcome(new AsyncInvocation(0, HOUR, Optional.empty()), CRASH))
                .isEqualTo(new Dropped(CRASH, 1, Reason.RETRIES_EXHAUSTED));
    }

    @Test
    void twoRetriesAreThreeAttempts() {
        assertThat(outcome(AsyncInvocation.DEFAULT, CRASH, CRASH, ANSWER))
                .isEqualTo(new Succeeded(ANSWER, 3));
        assertThat(outcome(AsyncInvocation.DEFAULT, CRASH, CRASH, CRASH))
                .isEqualTo(new Dropped(CRASH, 3, Reason.RETRIES_EXHAUSTED));
    }

    @Test
    void aRetryThatWouldComeAfterTheMaximumAgeDoesNotHappen() {
        assertThat(
                        outcome(
                                new AsyncInvocation(2, Duration.ofMinutes(1), Optional.empty()),
                                CRASH,
                                CRASH))
                .isEqualTo(new Dropped(CRASH, 2, Reason.EVENT_AGE_EXCEEDED));
    }

    private static AsyncOutcome outcome(AsyncInvocation config, InvocationOutcome... outcomes) {
        Deque<InvocationOutcome> queue = new ArrayDeque<>(Arrays.asList(outcomes));
        return new AsyncInvoker(_ -> queue.removeFirst(), config).invoke(new byte[0]);
    }
}
