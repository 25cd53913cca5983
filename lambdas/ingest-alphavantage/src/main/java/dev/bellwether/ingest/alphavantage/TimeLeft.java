package dev.bellwether.ingest.alphavantage;

import java.time.Duration;

/// How long this invocation may still run.
@FunctionalInterface
interface TimeLeft {
    Duration timeLeft();
}
