package dev.bellwether.traintrigger;

/// The training jobs of the account. Each call throws [SageMakerException] when SageMaker does not
/// do what it was asked.
interface TrainingJobs {
    /// What became of a request to start a job.
    enum Start {
        STARTED,
        NAME_TAKEN
    }

    /// What SageMaker says about a job.
    enum Status {
        /// Runs, ends, or has ended well.
        GOOD,
        /// Failed or was stopped.
        ENDED_WITHOUT_RESULT
    }

    Start start(TrainingJob job);

    Status statusOf(String jobName);
}
