package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.mapping.DrainReport;
import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.schedule.Schedules;
import dev.bellwether.local.template.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketDayTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:half";

    private final List<String> seen = new ArrayList<>();
    private Instant queueTime = Instant.EPOCH;

    @Test
    void delayedMessagesComeBetweenTheFiringsOnMarketTime() {
        run(
                List.of(
                        schedule("quotes", "cron(30-31 9 ? * MON-FRI *)", FUNCTION + "yahoo"),
                        schedule("quotes-half", "cron(30-31 9 ? * MON-FRI *)", QUEUE)),
                "2025-10-29T13:00:00Z",
                "2025-10-29T14:00:00Z");

        assertThat(seen)
                .containsExactly(
                        "drain 13:00",
                        "drain 13:00",
                        "stop all but [half, yahoo]",
                        "quotes 13:30",
                        "quotes-half 13:30",
                        "queues 13:30:30",
                        "streams 13:31",
                        "quotes 13:31",
                        "quotes-half 13:31",
                        "queues 13:31:30",
                        "drain 13:31:30",
                        "stop all but []");
    }

    @Test
    void everythingIsDeliveredBeforeAFiringThatComesLongAfter() {
        run(
                List.of(
                        schedule("training", "cron(10 0 * * ? *)", FUNCTION + "train"),
                        schedule("daily-bars", "cron(0 0 * * ? *)", FUNCTION + "ingest")),
                "2025-10-30T04:00:00Z",
                "2025-10-30T04:11:00Z");

        assertThat(seen)
                .containsExactly(
                        "drain 04:00",
                        "daily-bars 04:00",
                        "drain 04:00",
                        "stop all but [train]",
                        "training 04:10",
                        "drain 04:10",
                        "stop all but []");
    }

    @Test
    void aMessageThatFallsDueAfterTheEndIsLeftInItsQueue() {
        run(
                List.of(schedule("quotes-half", "cron(30 9 ? * MON-FRI *)", QUEUE)),
                "2025-10-29T13:30:00Z",
                "2025-10-29T13:30:10Z");
        assertThat(seen).doesNotContain("queues 13:30:30");
    }

    private void run(List<Schedule> schedules, String from, String to) {
        new MarketDay(
                        new Schedules(schedules),
                        new RecordingTargets(),
                        new RecordingDeliveries(),
                        now -> queueTime = now,
                        Duration.ofMinutes(1),
                        event -> {},
                        Runnable::run)
                .run(Instant.parse(from), Instant.parse(to));
    }

    private String time() {
        return queueTime
                .toString()
                .substring(11)
                .replace("Z", "")
                .replaceFirst("(\\d+:\\d+):00", "$1");
    }

    private final class RecordingTargets implements MarketDay.Targets {
        @Override
        public Optional<Instant> fire(Firing firing) {
            assertThat(queueTime).isEqualTo(firing.scheduledTime());
            seen.add(firing.schedule().name() + " " + time());
            return firing.schedule().targetArn().equals(QUEUE)
                    ? Optional.of(firing.scheduledTime().plusSeconds(30))
                    : Optional.empty();
        }

        @Override
        public void stopAllBut(Set<String> targetArns) {
            seen.add(
                    "stop all but "
                            + targetArns.stream()
                                    .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                                    .sorted()
                                    .toList());
        }
    }

    private final class RecordingDeliveries implements MarketDay.Deliveries {
        @Override
        public DrainReport stepStreams(Instant marketNow) {
            assertThat(queueTime).isEqualTo(marketNow);
            seen.add("streams " + time());
            return new DrainReport(0, List.of());
        }

        @Override
        public DrainReport stepQueues(Instant marketNow) {
            assertThat(queueTime).isEqualTo(marketNow);
            seen.add("queues " + time());
            return new DrainReport(0, List.of());
        }

        @Override
        public DrainReport drain() {
            seen.add("drain " + time());
            return new DrainReport(0, List.of());
        }
    }

    private static Schedule schedule(String name, String expression, String target) {
        return new Schedule(
                "S",
                name,
                name,
                "arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + name,
                expression,
                "America/New_York",
                true,
                target,
                "{}",
                0,
                Duration.ofMinutes(1),
                Optional.empty());
    }
}
