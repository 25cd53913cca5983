package dev.bellwether.traintrigger;

import dev.bellwether.market.Sha256;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.traintrigger.TriggerOutcome.AlreadyStarted;
import dev.bellwether.traintrigger.TriggerOutcome.NoBars;
import dev.bellwether.traintrigger.TriggerOutcome.Started;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/// Starts the run day's training job, once.
///
/// Nothing is remembered: the job's name is the memory, and SageMaker keeps names unique. A
/// weekend's firing has Friday's run day, and so finds Friday's job.
final class TrainTrigger {
    /// Jobs of one run's day at most.
    static final int MAX_TRIES = 3;

    private static final int HASH_DIGITS = 8;

    private final StoredBars bars;
    private final TrainingJobs jobs;
    private final String trainingImage;

    TrainTrigger(StoredBars bars, TrainingJobs jobs, String trainingImage) {
        this.bars = bars;
        this.jobs = jobs;
        this.trainingImage = trainingImage;
    }

    /// @param scheduledTime market time of the firing
    TriggerOutcome fire(Instant scheduledTime) {
        LocalDate runDay = TradingCalendar.nyse().lastClosed(scheduledTime).tradingDay();
        if (!bars.exist()) {
            return new NoBars(runDay);
        }
        String firstName = nameOf(runDay);
        String name = firstName;
        for (int tries = 1; ; tries++) {
            name = tries == 1 ? firstName : firstName + "-r" + tries;
            switch (jobs.start(new TrainingJob(name, runDay, scheduledTime))) {
                case STARTED -> {
                    return new Started(runDay, name);
                }
                case NAME_TAKEN -> {
                    if (tries == MAX_TRIES || jobs.statusOf(name) == TrainingJobs.Status.GOOD) {
                        return new AlreadyStarted(runDay, name);
                    }
                }
            }
        }
    }

    /// Another image is another job: a corrected one may train the same day again.
    private String nameOf(LocalDate runDay) {
        byte[] dayAndImage = (runDay + "|" + trainingImage).getBytes(StandardCharsets.UTF_8);
        return "bellwether-lasso-%s-%s"
                .formatted(runDay, Sha256.hex(dayAndImage).substring(0, HASH_DIGITS));
    }
}
