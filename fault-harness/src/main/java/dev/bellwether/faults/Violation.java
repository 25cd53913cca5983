package dev.bellwether.faults;

/// Something that was not as it had to be.
///
/// @param text what, for people
public record Violation(Kind kind, String text) {
    /// Which promise was broken.
    public enum Kind {
        /// A quote is missing in the table or in the lake.
        LOST_QUOTE("lost quotes"),
        /// A quote is there more often than it may be, or with other figures, or was never sent.
        WRONG_QUOTE("repeated or wrong quotes"),
        /// An alert has no row, or no message, or is not in the lake.
        LOST_ALERT("lost alerts"),
        /// An alert has two rows.
        DUPLICATE_ALERT_ROW("duplicate alert rows"),
        /// An alert has a row for no reason.
        WRONG_ALERT("alerts without a reason"),
        /// An alert's row says something else than the bars.
        WRONG_STATUS("alerts of a wrong status"),
        /// A sampled bar is missing, or not what the quotes make.
        WRONG_BAR("missing or wrong sampled bars"),
        /// A message was sent more often than faults explain.
        UNEXPLAINED_MESSAGE("unexplained messages"),
        /// What no function can read is in no quarantine, or something else is.
        WRONG_QUARANTINE("records missing or wrong in quarantine"),
        /// A record was given up too early, or is not where it had to be given up to.
        WRONG_GIVING_UP("records wrongly given up"),
        /// The poller begins again at the wrong place.
        WRONG_CHECKPOINT("wrong checkpoints"),
        /// A handler threw, or the run itself ended.
        BROKEN("broken handlers or runs");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// What is counted, in words.
        public String text() {
            return text;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
