package dev.bellwether.local.glue;

import java.time.Duration;

/// A run of a Glue job, started or ended.
///
/// @param job its name
/// @param state as in GetJobRun: `RUNNING`, `SUCCEEDED`, `FAILED`, `TIMEOUT`, `STOPPED`
/// @param message why it failed; empty otherwise
/// @param took until now
public record JobRun(String job, String state, String message, Duration took) {
    /// Whether it has ended, and well.
    public boolean isSucceeded() {
        return state.equals("SUCCEEDED");
    }

    /// Whether it has not ended.
    public boolean isRunning() {
        return state.equals("RUNNING");
    }
}
