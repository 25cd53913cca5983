package dev.bellwether.alerts;

/// How far a batch came.
sealed interface BatchOutcome {
    /// One line for the log.
    String summary();

    /// Every change was acted on.
    ///
    /// @param changes how many there were
    record Processed(int changes, int crossings, int messages, int quarantined)
            implements BatchOutcome {
        @Override
        public String summary() {
            return "%d changes seen: %d crossings found, %d messages sent, %d items quarantined"
                    .formatted(changes, crossings, messages, quarantined);
        }
    }

    /// The changes before that one were acted on; from it on the stream has to come again.
    record StoppedAt(String sequenceNumber, Processed before, String reason)
            implements BatchOutcome {
        @Override
        public String summary() {
            return "%s; stopped at sequence number %s, which comes again: %s"
                    .formatted(before.summary(), sequenceNumber, reason);
        }
    }
}
