package dev.bellwether.ingest;

import java.time.Duration;

/// How long this invocation may still run.
@FunctionalInterface
public interface TimeLeft {

    /// Time until the runtime ends it.
    Duration timeLeft();
}
