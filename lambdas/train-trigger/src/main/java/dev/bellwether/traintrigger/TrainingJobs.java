package dev.bellwether.traintrigger;

import java.time.Instant;

/// Where training jobs run. Each call throws [AwsCallFailedException] when AWS does not do what it
/// was asked.
interface TrainingJobs {
    /// What became of a request to start a job.
    enum Start {
        STARTED,
        /// There is a job of that name.
        NAME_TAKEN
    }

    /// What became of a job.
    enum Status {
        /// There is no job of that name.
        UNKNOWN,
        /// Runs, ends, or has ended well.
        GOOD,
        /// Failed, was stopped, or was never heard of again.
        ENDED_WITHOUT_RESULT
    }

    /// @param now market time
    Start start(TrainingJob job, Instant now);

    /// @param now market time
    Status statusOf(String jobName, Instant now);
}
