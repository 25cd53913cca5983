package dev.bellwether.local.glue;

import java.time.Duration;

/// A run of a Glue job, started or ended.
///
/// @param job its name
/// @param id as StartJobRun gives it; empty when the start was refused
/// @param state as in GetJobRun: `RUNNING`, `SUCCEEDED`, `FAILED`, `TIMEOUT`, `STOPPED`; and
///   `RETRIED` for one that failed and is tried again
/// @param message why it failed; empty otherwise
/// @param took until now
public record JobRun(String job, String id, String state, String message, Duration took) {
    /// Whether it has ended, and well.
    public boolean isSucceeded() {
        return state.equals("SUCCEEDED");
    }

    /// Whether it failed, and another try begins.
    public boolean isRetried() {
        return state.equals("RETRIED");
    }

    /// Whether it has ended for good, which Glue tells as an event. A start that was refused was
    /// never a run.
    public boolean isEnd() {
        return !isRunning() && !isRetried() && !id.isEmpty();
    }

    /// Whether it has not ended.
    public boolean isRunning() {
        return state.equals("RUNNING");
    }
}
