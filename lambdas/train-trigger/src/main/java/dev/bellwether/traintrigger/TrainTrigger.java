package dev.bellwether.traintrigger;

import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import dev.bellwether.traintrigger.TriggerOutcome.AlreadyStarted;
import dev.bellwether.traintrigger.TriggerOutcome.GivenUp;
import dev.bellwether.traintrigger.TriggerOutcome.NoBars;
import dev.bellwether.traintrigger.TriggerOutcome.Started;
import java.time.Instant;
import java.util.Optional;

/// Starts the training job of the newest set's day, once, however often it is asked to.
///
/// Events are told at least once, in any order, or not at all, and a function may be killed at any
/// point. So what was decided lies in the lake as [Claims], and each event looks how far that came:
/// a claimed job that was never started is started, one that ended without a result is followed by
/// the next attempt.
final class TrainTrigger {
    /// Jobs of one day at most.
    static final int MOST_ATTEMPTS = 3;

    private final LakeObjects lake;
    private final Claims claims;
    private final TrainingJobs jobs;

    TrainTrigger(LakeObjects lake, TrainingJobs jobs) {
        this.lake = lake;
        this.claims = new Claims(lake);
        this.jobs = jobs;
    }

    /// @param now market time of the event
    TriggerOutcome fire(Instant now) {
        Optional<TrainingSnapshot> newest =
                lake.find(TrainingSnapshot.LATEST_KEY).map(TrainingSnapshotJson::read);
        return newest.map(snapshot -> train(snapshot, now)).orElseGet(NoBars::new);
    }

    private TriggerOutcome train(TrainingSnapshot snapshot, Instant now) {
        TrainingJob job = new TrainingJob(1, snapshot);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Claims.Claim claim = claims.claim(new TrainingJob(attempt, snapshot));
            job = claim.job();
            TrainingJobs.Status status =
                    claim.isNew() ? TrainingJobs.Status.UNKNOWN : jobs.statusOf(job.name(), now);
            if (status == TrainingJobs.Status.UNKNOWN) {
                if (jobs.start(job, now) == TrainingJobs.Start.STARTED) {
                    return new Started(job.day(), job.name());
                }
                // Somebody who read the claim was faster.
                status = jobs.statusOf(job.name(), now);
            }
            if (status != TrainingJobs.Status.ENDED_WITHOUT_RESULT) {
                return new AlreadyStarted(job.day(), job.name());
            }
        }
        return new GivenUp(job.day(), job.name());
    }
}
