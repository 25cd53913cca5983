package dev.bellwether.local;

import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.mapping.MappingEvent;
import dev.bellwether.local.training.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Something that happened in a run, for whoever shows its progress.
public sealed interface RunEvent {
    /// What started a function that another one invoked.
    String INVOKE = "Invoke";

    /// A schedule put its input on a queue.
    record MessageSent(Instant scheduledTime, String schedule, String queue) implements RunEvent {}

    /// A function was invoked asynchronously, and answered.
    ///
    /// @param scheduledTime market time of what started it
    /// @param startedBy name of the schedule or rule, or [#INVOKE]
    /// @param function logical id
    /// @param answer JSON as the function gave it
    /// @param attempts from 1
    record FunctionAnswered(
            Instant scheduledTime,
            String startedBy,
            String function,
            String answer,
            int attempts,
            Duration took)
            implements RunEvent {}

    /// A function was invoked asynchronously, and failed as often as its settings let it.
    ///
    /// @param startedBy as above
    /// @param condition why it is not tried again, in Lambda's words
    record FunctionFailed(
            Instant scheduledTime,
            String startedBy,
            String function,
            InvocationOutcome last,
            int attempts,
            String condition)
            implements RunEvent {}

    /// A rule published a message.
    ///
    /// @param time of the event that it is about
    /// @param topic logical id
    record Told(Instant time, String rule, String topic, String message) implements RunEvent {}

    /// An event source mapping did something.
    record Mapped(MappingEvent event) implements RunEvent {}

    /// All streams and queues were emptied.
    ///
    /// @param blocked logical ids of mappings whose function keeps failing
    record Drained(Instant marketNow, int records, List<String> blocked) implements RunEvent {}

    /// A run of a Glue job started or ended.
    record Job(JobRun run) implements RunEvent {}

    /// A run of a Glue job printed a line.
    record JobPrinted(String job, String line) implements RunEvent {}

    /// A training job started or ended.
    record Training(TrainingJob job) implements RunEvent {}
}
