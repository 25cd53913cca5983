package dev.bellwether.traintrigger;

import java.time.LocalDate;

/// What an event came to.
sealed interface TriggerOutcome {
    /// A job was started.
    record Started(LocalDate day, String job) implements TriggerOutcome {}

    /// The day has its job.
    record AlreadyStarted(LocalDate day, String job) implements TriggerOutcome {}

    /// All jobs that a day may have ended without a result.
    record GivenUp(LocalDate day, String job) implements TriggerOutcome {}

    /// There is nothing to train on.
    record NoBars() implements TriggerOutcome {}
}
