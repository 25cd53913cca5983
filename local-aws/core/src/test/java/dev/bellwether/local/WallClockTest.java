package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.schedule.Schedules;
import dev.bellwether.local.template.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WallClockTest {
    private static final Instant START = Instant.parse("2025-10-29T13:00:00Z");

    private final List<Instant> fired = Collections.synchronizedList(new ArrayList<>());

    @Test
    void schedulesFireInTheirTimeUntilTheClockIsClosed() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        SteppingClock clock = new SteppingClock(Duration.ofMinutes(1));
        WallClock wallClock =
                new WallClock(
                        minutely(Duration.ofHours(1)),
                        firing -> {
                            fired.add(firing.scheduledTime());
                            three.countDown();
                        },
                        clock);
        Thread runner = Thread.ofVirtual().start(wallClock::run);
        three.await();
        wallClock.close();
        runner.join();

        assertThat(fired).contains(START.plusSeconds(60), START.plusSeconds(120));
    }

    @Test
    void aFiringOlderThanItsMaximumAgeIsLeftOut() throws InterruptedException {
        CountDownLatch one = new CountDownLatch(1);
        // Every look at the clock finds ten minutes gone.
        SteppingClock clock = new SteppingClock(Duration.ofMinutes(10));
        WallClock wallClock =
                new WallClock(
                        minutely(Duration.ofMinutes(1)),
                        firing -> fired.add(firing.scheduledTime()),
                        () -> {
                            Instant now = clock.instant();
                            if (now.isAfter(START.plus(Duration.ofHours(1)))) {
                                one.countDown();
                            }
                            return now;
                        });
        Thread runner = Thread.ofVirtual().start(wallClock::run);
        one.await();
        wallClock.close();
        runner.join();

        assertThat(fired).isEmpty();
    }

    @Test
    void aTargetThatCannotBeReachedEndsTheRun() {
        WallClock wallClock =
                new WallClock(
                        minutely(Duration.ofHours(1)),
                        firing -> {
                            throw new IllegalStateException("engine gone");
                        },
                        new SteppingClock(Duration.ofMinutes(1)));
        assertThatThrownBy(wallClock::run).hasMessage("engine gone");
    }

    private static Schedules minutely(Duration maximumAge) {
        return new Schedules(
                List.of(
                        new Schedule(
                                "S",
                                "minutely",
                                "minutely",
                                "arn",
                                "rate(1 minute)",
                                "UTC",
                                true,
                                "arn:aws:lambda:us-east-1:000000000000:function:f",
                                "{}",
                                0,
                                maximumAge,
                                Optional.empty())));
    }

    /// Goes on by one step with every look at it.
    private static final class SteppingClock implements InstantSource {
        private final Duration step;
        private Instant now = START;

        SteppingClock(Duration step) {
            this.step = step;
        }

        @Override
        public synchronized Instant instant() {
            Instant seen = now;
            now = now.plus(step);
            return seen;
        }
    }
}
