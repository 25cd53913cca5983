package dev.bellwether.local.mapping;

import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.mapping.FailurePolicy.Decision;
import dev.bellwether.local.mapping.Segment.Condition;
import dev.bellwether.local.mapping.Segment.FunctionErrorSeen;
import dev.bellwether.local.template.EventSourceMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings one shard's batches to the function, in order, until each is taken or given up.
final class BatchDelivery {
    /// Told after every prefix that is done with, before anything behind it is tried.
    interface Acknowledgement extends Consumer<StreamRecord> {}

    private final EventSourceMapping settings;
    private final FailurePolicy policy;
    private final FunctionTarget function;
    private final FailureDestination destination;
    private final MappingServices services;
    private final MappingLog log;

    BatchDelivery(
            EventSourceMapping settings,
            FunctionTarget function,
            MappingServices services,
            MappingLog log) {
        this.settings = settings;
        this.policy =
                new FailurePolicy(
                        settings.maximumRetryAttempts(),
                        settings.bisectBatchOnFunctionError()
                                ? FailurePolicy.OnFunctionError.BISECT
                                : FailurePolicy.OnFunctionError.RETRY);
        this.function = function;
        this.destination = FailureDestination.of(settings.onFailureArn(), services);
        this.services = services;
        this.log = log;
    }

    /// @param work segments in the shard's order; what is left of them stays in it, also when this
    ///   throws
    /// @return false if the first segment must be tried again later, because it has endless retries
    boolean run(Deque<Segment> work, ShardSource source, Acknowledgement acknowledge) {
        while (!work.isEmpty()) {
            Segment segment = splitOffExpired(work);
            if (segment.givenUp() != null) {
                discard(segment, segment.givenUp(), source);
                acknowledge.accept(segment.last());
                work.removeFirst();
            } else if (!attempt(segment, work, source, acknowledge)) {
                return false;
            }
        }
        return true;
    }

    private boolean attempt(
            Segment segment, Deque<Segment> work, ShardSource source, Acknowledgement acknowledge) {
        InvocationOutcome outcome = function.invoker().invoke(segment.event());
        log.invoked();
        BatchResult result =
                settings.reportBatchItemFailures()
                        ? BatchResult.of(outcome, segment.sequenceNumbers())
                        : BatchResult.of(outcome);
        Decision decision = policy.decide(segment, result);
        Segment tried =
                segment.invoked(
                        outcome instanceof InvocationOutcome.Answered
                                ? FunctionErrorSeen.NO
                                : FunctionErrorSeen.YES);
        int done =
                switch (decision) {
                    case Decision.Acknowledge() -> tried.size();
                    case Decision.Split _ -> 0;
                    case Decision.Retry(int from) -> from;
                    case Decision.Resume(int from) -> from;
                    case Decision.GiveUp(int from) -> from;
                };
        if (done > 0) {
            acknowledge.accept(tried.records().get(done - 1));
            log.delivered(source.shardId(), done);
        }
        work.removeFirst();
        if (done < tried.size()) {
            log.failed(source.shardId(), tried.size() - done, reason(result, tried));
        }
        return switch (decision) {
            case Decision.Acknowledge() -> true;
            case Decision.Split(int at) -> {
                work.addFirst(tried.part(at, tried.size()));
                work.addFirst(tried.part(0, at));
                yield true;
            }
            case Decision.Resume(int from) -> {
                work.addFirst(tried.part(from, tried.size()));
                yield true;
            }
            case Decision.Retry(int from) -> {
                Segment again = tried.part(from, tried.size()).failedOnceMore();
                work.addFirst(again);
                if (policy.isUnlimited()) {
                    yield false;
                }
                services.pause().await(again.failures());
                yield true;
            }
            case Decision.GiveUp(int from) -> {
                work.addFirst(
                        tried.part(from, tried.size()).givenUp(Condition.RETRY_ATTEMPTS_EXHAUSTED));
                yield true;
            }
        };
    }

    private static String reason(BatchResult result, Segment tried) {
        return switch (result) {
            case BatchResult.Succeeded() -> "";
            case BatchResult.AllFailed(String reason) -> reason;
            case BatchResult.SomeFailed some ->
                    "the function reports record "
                            + tried.records().get(some.first()).sequenceNumber();
        };
    }

    /// Records that are too old are given up without being sent.
    ///
    /// `MaximumRecordAgeInSeconds`:
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
    private Segment splitOffExpired(Deque<Segment> work) {
        Segment segment = work.getFirst();
        Optional<Duration> age = settings.maximumRecordAge();
        if (age.isEmpty() || segment.givenUp() != null) {
            return segment;
        }
        Instant oldest = services.clock().instant().minus(age.get());
        int expired = 0;
        while (expired < segment.size()
                && segment.records().get(expired).arrival().isBefore(oldest)) {
            expired++;
        }
        if (expired == 0) {
            return segment;
        }
        work.removeFirst();
        if (expired < segment.size()) {
            work.addFirst(segment.part(expired, segment.size()));
        }
        Segment old = segment.part(0, expired).givenUp(Condition.RECORD_AGE_EXCEEDED);
        work.addFirst(old);
        return old;
    }

    /// The destination has the batch before its checkpoint moves: a crash between the two sends it
    /// twice, never not at all.
    private void discard(Segment segment, Condition condition, ShardSource source) {
        services.health().requireHealthy();
        String place =
                destination.send(
                        new DiscardedBatch(
                                Mappings.uuid(settings),
                                function.arn(),
                                source.streamArn(),
                                source.shardId(),
                                source.batchInfo(),
                                segment,
                                condition,
                                services.clock().instant(),
                                services.ids().get(),
                                services.ids().get()));
        log.discarded(source.shardId(), segment.size(), condition.text(), place);
    }

    /// Where a segment's records come from.
    ///
    /// @param batchInfo see [DiscardedBatch]
    record ShardSource(String streamArn, String shardId, BatchInfo batchInfo) {}
}
