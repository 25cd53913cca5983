package dev.bellwether.cli.quarantine;

/// What became of one quarantined record or one batch that was given up.
///
/// @param id of the record or batch
/// @param source who rejected it, or whose events they are
/// @param records how many it holds
/// @param detail why, where it was not redriven
record RedriveRow(
        String id, String source, String symbol, Outcome outcome, int records, String detail) {
    /// How it ended.
    enum Outcome {
        /// It is in the stream, or its function has taken it; its object was moved.
        REDRIVEN("redriven"),
        /// It would be, without `--dry-run`.
        WOULD_BE("would be redriven"),
        /// It is still no quote to the stream's function.
        STILL_INVALID("still invalid"),
        /// What was kept is not the record.
        NOT_WHOLE("not whole"),
        /// It came from no stream: the next run of its source asks the provider again.
        OTHER_SOURCE("other source"),
        /// The stream or the function did not take it this time.
        NOT_TAKEN("not taken");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static RedriveRow of(Quarantined row, Outcome outcome, String detail) {
        return new RedriveRow(row.id(), row.source(), row.symbol(), outcome, 1, detail);
    }

    static RedriveRow of(GivenUpBatch batch, Outcome outcome, String detail) {
        return new RedriveRow(
                batch.id(), batch.function(), "", outcome, batch.content().size(), detail);
    }
}
