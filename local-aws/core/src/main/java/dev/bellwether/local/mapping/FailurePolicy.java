package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.BatchResult.AllFailed;
import dev.bellwether.local.mapping.BatchResult.SomeFailed;
import dev.bellwether.local.mapping.BatchResult.Succeeded;

/// What a stream's mapping does with a segment after the function has answered.
///
/// @param maximumRetryAttempts -1 for no end
/// @param onFunctionError whether a failed batch is split
record FailurePolicy(int maximumRetryAttempts, OnFunctionError onFunctionError) {
    enum OnFunctionError {
        RETRY,
        /// `BisectBatchOnFunctionError`
        BISECT
    }

    /// What comes next. Indexes are into the segment's records; what stands before them is done.
    sealed interface Decision {
        record Acknowledge() implements Decision {}

        /// Try the records from here on, as a new attempt.
        record Retry(int from) implements Decision {}

        /// Try the records from here on; this did not cost an attempt.
        record Resume(int from) implements Decision {}

        /// Try the two halves, one after the other; this did not cost an attempt.
        record Split(int at) implements Decision {}

        record GiveUp(int from) implements Decision {}
    }

    /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html:
    /// the lowest reported sequence number is the checkpoint; with bisecting the batch is split at
    /// it and only the rest is retried; a failed invocation is bisected whatever is reported.
    /// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html: splitting
    /// does not consume the retry quota.
    ///
    /// A report of the very first record leaves nothing to split off at it. That case is not
    /// documented; it is taken as a failed invocation, so that bisecting ends at the one bad record
    /// and those behind it are not given up with it.
    Decision decide(Segment segment, BatchResult result) {
        return switch (result) {
            case Succeeded() -> new Decision.Acknowledge();
            case AllFailed _ -> failed(segment, 0);
            case SomeFailed some when some.first() == 0 -> failed(segment, 0);
            case SomeFailed some ->
                    onFunctionError == OnFunctionError.BISECT
                            ? new Decision.Resume(some.first())
                            : retryOrGiveUp(segment, some.first());
        };
    }

    private Decision failed(Segment segment, int from) {
        return onFunctionError == OnFunctionError.BISECT && segment.size() > 1
                ? new Decision.Split(segment.size() / 2)
                : retryOrGiveUp(segment, from);
    }

    private Decision retryOrGiveUp(Segment segment, int from) {
        return isUnlimited() || segment.failures() < maximumRetryAttempts
                ? new Decision.Retry(from)
                : new Decision.GiveUp(from);
    }

    /// Without a limit Lambda retries until the record expires in the stream.
    boolean isUnlimited() {
        return maximumRetryAttempts < 0;
    }
}
