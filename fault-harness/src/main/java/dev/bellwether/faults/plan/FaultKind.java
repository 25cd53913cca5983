package dev.bellwether.faults.plan;

/// What can go wrong.
public enum FaultKind {
    /// A function's call is refused for its rate, after the client's own tries.
    THROTTLED("call throttled"),
    /// A function's call fails without an effect.
    REFUSED("call failed before its effect"),
    /// A function's call has its effect, and its answer is lost.
    ANSWER_LOST("answer lost after the effect"),
    /// A function's call loses its answer once, and the client makes the call again.
    REPEATED_BY_CLIENT("call repeated by the client"),
    /// The function dies before a call has its effect.
    CRASHED_BEFORE("crash before an effect"),
    /// The function dies between a call's effect and everything behind it.
    CRASHED_AFTER("crash after an effect"),
    /// The function dies before it does anything.
    CRASHED_AT_START("crash at the start"),
    /// The function does everything, and its answer does not come in time.
    TIMED_OUT("time-out after all effects"),
    /// A function gets the same event twice.
    DELIVERED_TWICE("event delivered twice"),
    /// A record makes its function die, whatever it is delivered with.
    DEADLY_RECORD("deadly record"),
    /// BatchWriteItem puts some items off.
    UNPROCESSED("unprocessed batch items"),
    /// A shard iterator has expired.
    ITERATOR_EXPIRED("expired iterator"),
    /// A read of a stream is refused for its rate.
    READ_THROTTLED("stream read throttled"),
    /// A read of a stream gives fewer records than there are.
    SHORT_READ("short read of a stream"),
    /// A shard gives nothing for now though it has records: others overtake it.
    LAGGING_SHARD("lagging shard"),
    /// A shard ends, and its children go on.
    SHARD_SPLIT("shard split"),
    /// The poller dies before a checkpoint is safe, or right after it.
    POLLER_KILLED("poller killed"),
    /// The bucket of given-up batches does not take one, or takes it and does not say so.
    DESTINATION_FAILED("failure bucket failed"),
    /// Twelve hours and more pass: what waits in a stream is too old.
    TIME_JUMP("half a day lost");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    /// The fault in words.
    public String text() {
        return text;
    }
}
