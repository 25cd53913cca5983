package dev.bellwether.stream;

/// How far a batch came.
sealed interface BatchOutcome {
    /// One line for the log.
    String summary();

    /// Every record is durable.
    record Processed(int quotes, int quarantined) implements BatchOutcome {
        @Override
        public String summary() {
            return "%d quotes stored and landed, %d records quarantined"
                    .formatted(quotes, quarantined);
        }
    }

    /// The records before that one are durable; from it on the stream has to come again.
    record StoppedAt(String sequenceNumber, Processed before, String reason)
            implements BatchOutcome {
        @Override
        public String summary() {
            return "%s; stopped at sequence number %s, which comes again: %s"
                    .formatted(before.summary(), sequenceNumber, reason);
        }
    }
}
