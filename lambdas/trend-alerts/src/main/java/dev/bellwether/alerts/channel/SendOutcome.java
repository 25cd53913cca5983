package dev.bellwether.alerts.channel;

/// What became of one message on one channel.
public sealed interface SendOutcome {
    /// The other side has taken it.
    record Sent() implements SendOutcome {}

    /// The other side will not take it, however often it comes.
    ///
    /// @param reason without secrets, for the row and the log
    record Refused(String reason) implements SendOutcome {}

    /// All tries were used up; the other side may have taken it.
    ///
    /// @param reason without secrets, for the row and the log
    record Unreachable(String reason) implements SendOutcome {}
}
