package dev.bellwether.traintrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.traintrigger.TrainingJobs.Status;
import dev.bellwether.traintrigger.TriggerOutcome.AlreadyStarted;
import dev.bellwether.traintrigger.TriggerOutcome.GivenUp;
import dev.bellwether.traintrigger.TriggerOutcome.NoBars;
import dev.bellwether.traintrigger.TriggerOutcome.Started;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainTriggerTest {
    private static final Instant AFTER_THE_ETL = Instant.parse("2025-10-30T04:09:00Z");
    private static final Instant SAFETY_NET = Instant.parse("2025-10-30T06:30:00Z");
    private static final LocalDate DAY = LocalDate.parse("2025-10-29");
    private static final TrainingSnapshot SET = InMemoryLake.set("2025-10-29", 'a');
    private static final String FIRST = "bellwether-lasso-2025-10-29-aaaaaaaa-1";
    private static final String SECOND = "bellwether-lasso-2025-10-29-aaaaaaaa-2";
    private static final String THIRD = "bellwether-lasso-2025-10-29-aaaaaaaa-3";

    private final InMemoryLake lake = new InMemoryLake().announcing(SET);
    private final RememberedJobs jobs = new RememberedJobs();
    private final TrainTrigger trigger = new TrainTrigger(lake, jobs);

    @Test
    void theFirstEventAfterASetStartsItsJob() {
        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new Started(DAY, FIRST));

        assertThat(jobs.started).containsExactly(new TrainingJob(1, SET));
        assertThat(lake.objects.get("training/days/dt=2025-10-29/attempt-1.json"))
                .isEqualTo(
                        "{\"name\":\"%s\",\"day\":\"2025-10-29\",\"attempt\":1,\"snapshot\":{\"sha256\":\"%s\",\"last_day\":\"2025-10-29\",\"known_at\":\"2025-10-29T23:30:00Z\",\"symbols\":6}}"
                                .formatted(FIRST, SET.sha256()));
    }

    @Test
    void aJobsNameIsOneThatSageMakerTakes() {
        assertThat(THIRD).hasSizeLessThanOrEqualTo(63).matches("[a-zA-Z0-9](-*[a-zA-Z0-9])*");
        assertThat(new TrainingJob(3, SET).name()).isEqualTo(THIRD);
    }

    @Test
    void aRepeatedEventAndALateScheduleFindItStarted() {
        trigger.fire(AFTER_THE_ETL);

        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new AlreadyStarted(DAY, FIRST));
        assertThat(trigger.fire(SAFETY_NET)).isEqualTo(new AlreadyStarted(DAY, FIRST));
        assertThat(trigger.fire(Instant.parse("2025-11-02T06:30:00Z")))
                .isEqualTo(new AlreadyStarted(DAY, FIRST));
        assertThat(jobs.started).hasSize(1);
    }

    @Test
    void whenTheEventWasLostTheScheduleStartsTheJob() {
        assertThat(trigger.fire(SAFETY_NET)).isEqualTo(new Started(DAY, FIRST));
    }

    @Test
    void anotherSetOfTheSameDayStartsNothingBesideAJobThatIsWell() {
        trigger.fire(AFTER_THE_ETL);
        lake.announcing(InMemoryLake.set("2025-10-29", 'b'));

        assertThat(trigger.fire(SAFETY_NET)).isEqualTo(new AlreadyStarted(DAY, FIRST));
        assertThat(jobs.started).hasSize(1);
    }

    @Test
    void theNextDaysSetIsTheNextDaysJob() {
        trigger.fire(AFTER_THE_ETL);
        lake.announcing(InMemoryLake.set("2025-10-30", 'b'));

        assertThat(trigger.fire(Instant.parse("2025-10-31T04:09:00Z")))
                .isEqualTo(
                        new Started(
                                LocalDate.parse("2025-10-30"),
                                "bellwether-lasso-2025-10-30-bbbbbbbb-1"));
    }

    @Test
    void aJobThatFailedIsFollowedByTheNextAttemptOnTheNewestSet() {
        trigger.fire(AFTER_THE_ETL);
        jobs.statuses.put(FIRST, Status.ENDED_WITHOUT_RESULT);
        lake.announcing(InMemoryLake.set("2025-10-29", 'b'));

        String next = "bellwether-lasso-2025-10-29-bbbbbbbb-2";
        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new Started(DAY, next));
        assertThat(trigger.fire(SAFETY_NET)).isEqualTo(new AlreadyStarted(DAY, next));
        assertThat(jobs.started).hasSize(2);
    }

    @Test
    void afterThreeJobsWithoutAResultTheDayIsGivenUp() {
        List<TriggerOutcome> outcomes = new ArrayList<>();
        for (int event = 1; event <= 5; event++) {
            outcomes.add(trigger.fire(AFTER_THE_ETL));
            jobs.statuses.replaceAll((_, _) -> Status.ENDED_WITHOUT_RESULT);
        }

        assertThat(outcomes)
                .containsExactly(
                        new Started(DAY, FIRST),
                        new Started(DAY, SECOND),
                        new Started(DAY, THIRD),
                        new GivenUp(DAY, THIRD),
                        new GivenUp(DAY, THIRD));
        assertThat(jobs.started).hasSize(3);
    }

    @Test
    void killedBetweenClaimAndStartTheRetryStartsThatVeryJob() {
        jobs.killsBeforeStart = true;
        assertThatThrownBy(() -> trigger.fire(AFTER_THE_ETL)).isInstanceOf(Killed.class);
        lake.announcing(InMemoryLake.set("2025-10-29", 'b'));

        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new Started(DAY, FIRST));
        assertThat(jobs.started).containsExactly(new TrainingJob(1, SET));
    }

    @Test
    void killedAfterTheStartTheRetryFindsItsJob() {
        jobs.killsAfterStart = true;
        assertThatThrownBy(() -> trigger.fire(AFTER_THE_ETL)).isInstanceOf(Killed.class);

        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new AlreadyStarted(DAY, FIRST));
        assertThat(jobs.started).hasSize(1);
    }

    @Test
    void whoeverReadTheClaimAndWasFasterHasStartedIt() {
        jobs.beforeStart = () -> jobs.statuses.put(FIRST, Status.GOOD);

        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new AlreadyStarted(DAY, FIRST));
        assertThat(jobs.started).isEmpty();
    }

    @Test
    void aTakenNameWhoseJobEndedWithoutAResultIsFollowedByTheNextAttempt() {
        jobs.statuses.put(FIRST, Status.ENDED_WITHOUT_RESULT);

        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new Started(DAY, SECOND));
    }

    @Test
    void withoutASetNothingIsStarted() {
        lake.objects.clear();

        assertThat(trigger.fire(AFTER_THE_ETL)).isEqualTo(new NoBars());
        assertThat(lake.objects).isEmpty();
        assertThat(jobs.started).isEmpty();
    }

    @Test
    void aClaimThatCannotBeReadIsNamed() {
        lake.objects.put("training/days/dt=2025-10-29/attempt-1.json", "{}");

        assertThatThrownBy(() -> trigger.fire(AFTER_THE_ETL))
                .isInstanceOf(AwsCallFailedException.class)
                .hasMessageContaining("training/days/dt=2025-10-29/attempt-1.json");
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class RememberedJobs implements TrainingJobs {
        final List<TrainingJob> started = new ArrayList<>();
        final Map<String, Status> statuses = new LinkedHashMap<>();
        boolean killsBeforeStart;
        boolean killsAfterStart;
        Runnable beforeStart = () -> {};

        @Override
        public Start start(TrainingJob job, Instant now) {
            if (killsBeforeStart) {
                killsBeforeStart = false;
                throw new Killed();
            }
            beforeStart.run();
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
        public Status statusOf(String jobName, Instant now) {
            return statuses.getOrDefault(jobName, Status.UNKNOWN);
        }
    }
}
