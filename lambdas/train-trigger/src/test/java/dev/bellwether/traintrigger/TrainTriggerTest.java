package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.traintrigger.TrainingJobs.Status;
import dev.bellwether.traintrigger.TriggerOutcome.AlreadyStarted;
import dev.bellwether.traintrigger.TriggerOutcome.NoBars;
import dev.bellwether.traintrigger.TriggerOutcome.Started;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainTriggerTest {
    private static final Instant TEN_PAST_MIDNIGHT = Instant.parse("2025-10-30T04:10:00Z");
    private static final LocalDate RUN_DAY = LocalDate.parse("2025-10-29");

    // printf '2025-10-29|registry/training:1' | sha256sum | cut -c1-8
    private static final String NAME = "bellwether-lasso-2025-10-29-3bdb0ee4";

    private final RememberedJobs jobs = new RememberedJobs();
    private final TrainTrigger trigger = trigger("registry/training:1");

    @Test
    void theFirstFiringOfARunsDayStartsItsJob() {
        assertThat(trigger.fire(TEN_PAST_MIDNIGHT)).isEqualTo(new Started(RUN_DAY, NAME));
        assertThat(jobs.started).containsExactly(new TrainingJob(NAME, RUN_DAY, TEN_PAST_MIDNIGHT));
    }

    @Test
    void aSecondFiringFindsItStarted() {
        trigger.fire(TEN_PAST_MIDNIGHT);

        assertThat(trigger.fire(TEN_PAST_MIDNIGHT)).isEqualTo(new AlreadyStarted(RUN_DAY, NAME));
        assertThat(jobs.started).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-01T04:10:00Z", "2025-11-02T04:10:00Z", "2025-11-03T05:10:00Z"})
    void weekendNightsHaveFridaysRunDay(String firing) {
        trigger.fire(Instant.parse("2025-11-01T04:10:00Z"));

        assertThat(trigger.fire(Instant.parse(firing)))
                .isInstanceOf(AlreadyStarted.class)
                .extracting(TriggerOutcome::runDay)
                .isEqualTo(LocalDate.parse("2025-10-31"));
    }

    @Test
    void aJobThatFailedOrWasStoppedIsStartedAgainTwiceAtMost() {
        List<TriggerOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            outcomes.add(trigger.fire(TEN_PAST_MIDNIGHT));
            jobs.statuses.replaceAll((_, _) -> Status.ENDED_WITHOUT_RESULT);
        }

        assertThat(outcomes)
                .containsExactly(
                        new Started(RUN_DAY, NAME),
                        new Started(RUN_DAY, NAME + "-r2"),
                        new Started(RUN_DAY, NAME + "-r3"),
                        new AlreadyStarted(RUN_DAY, NAME + "-r3"),
                        new AlreadyStarted(RUN_DAY, NAME + "-r3"));
        assertThat(jobs.started)
                .extracting(TrainingJob::name)
                .allMatch(name -> name.length() <= 63);
    }

    @Test
    void aSecondTryThatRunsIsLeftAlone() {
        trigger.fire(TEN_PAST_MIDNIGHT);
        jobs.statuses.put(NAME, Status.ENDED_WITHOUT_RESULT);
        trigger.fire(TEN_PAST_MIDNIGHT);

        assertThat(trigger.fire(TEN_PAST_MIDNIGHT))
                .isEqualTo(new AlreadyStarted(RUN_DAY, NAME + "-r2"));
    }

    @Test
    void anotherImageIsAnotherJob() {
        trigger.fire(TEN_PAST_MIDNIGHT);

        assertThat(trigger("registry/training:2").fire(TEN_PAST_MIDNIGHT))
                .isInstanceOf(Started.class);
    }

    @Test
    void withoutBarsNothingIsStarted() {
        TrainTrigger beforeIngest = new TrainTrigger(() -> false, jobs, "registry/training:1");

        assertThat(beforeIngest.fire(TEN_PAST_MIDNIGHT)).isEqualTo(new NoBars(RUN_DAY));
        assertThat(jobs.started).isEmpty();
    }

    @Test
    void aKilledFunctionsJobIsFoundByTheRetry() {
        jobs.killsAfterStart = true;
        assertThatThrownBy(() -> trigger.fire(TEN_PAST_MIDNIGHT)).isInstanceOf(Killed.class);

        assertThat(trigger.fire(TEN_PAST_MIDNIGHT)).isEqualTo(new AlreadyStarted(RUN_DAY, NAME));
        assertThat(jobs.started).hasSize(1);
    }

    private TrainTrigger trigger(String image) {
        return new TrainTrigger(() -> true, jobs, image);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class RememberedJobs implements TrainingJobs {
        final List<TrainingJob> started = new ArrayList<>();
        final Map<String, Status> statuses = new LinkedHashMap<>();
        boolean killsAfterStart;

        @Override
        public Start start(TrainingJob job) {
            if (statuses.putIfAbsent(job.name(), Status.GOOD) != null) {
                return Start.NAME_TAKEN;
            }
            started.add(job);
            if (killsAfterStart) {
                killsAfterStart = false;
                throw new Killed();
            }
            return Start.STARTED;
        }

        @Override
        public Status statusOf(String jobName) {
            return statuses.get(jobName);
        }
    }
}
