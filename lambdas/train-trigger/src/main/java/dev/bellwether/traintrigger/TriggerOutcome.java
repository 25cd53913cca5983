package dev.bellwether.traintrigger;

import java.time.LocalDate;

/// What a firing of the schedule came to.
sealed interface TriggerOutcome {
    LocalDate runDay();

    /// A job was started.
    record Started(LocalDate runDay, String job) implements TriggerOutcome {}

    /// The run's day has its job, or has used up its tries.
    record AlreadyStarted(LocalDate runDay, String job) implements TriggerOutcome {}

    /// There is nothing to train on.
    record NoBars(LocalDate runDay) implements TriggerOutcome {}
}
