package dev.bellwether.alerts;

/// How far a batch came.
sealed interface BatchOutcome {
    /// One line for the log.
    String summary();

    /// Every change was acted on.
    ///
    /// @param changes how many there were
    /// @param recorded alerts that are kept and told to nobody
    record Processed(
            int changes, int fired, int recorded, int retracted, int messages, int quarantined)
            implements BatchOutcome {
        static final Processed NOTHING = new Processed(0, 0, 0, 0, 0, 0);
        static final Processed SEEN = new Processed(1, 0, 0, 0, 0, 0);

        Processed plus(Processed other) {
            return new Processed(
                    changes + other.changes,
                    fired + other.fired,
                    recorded + other.recorded,
                    retracted + other.retracted,
                    messages + other.messages,
                    quarantined + other.quarantined);
        }

        Processed with(SeriesJudge.Outcome outcome) {
            return plus(
                    new Processed(
                            0, outcome.fired(), outcome.recorded(), outcome.retracted(), 0, 0));
        }

        Processed withMessage() {
            return plus(new Processed(0, 0, 0, 0, 1, 0));
        }

        Processed withQuarantined() {
            return plus(new Processed(0, 0, 0, 0, 0, 1));
        }

        @Override
        public String summary() {
            return "%d changes seen: %d alerts fired, %d recorded, %d retracted, %d messages sent, %d items quarantined"
                    .formatted(changes, fired, recorded, retracted, messages, quarantined);
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
