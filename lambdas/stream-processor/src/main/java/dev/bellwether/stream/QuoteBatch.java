package dev.bellwether.stream;

import dev.bellwether.stream.CheckedRecord.Accepted;
import java.util.List;
import java.util.concurrent.Executor;

/// Makes one batch of a shard durable, as far as it can.
///
/// Bars come after the quotes that they are made of, and do not mind what is stored beyond the
/// prefix. The lake comes last, because a landed object holds the acknowledged prefix and nothing
/// else, and the prefix is known only when table and quarantine are written. Every write replaces
/// what an earlier try of the same record wrote, so a kill between any two of them leaves nothing
/// that the retry does not put right.
final class QuoteBatch {
    private final QuoteStore store;
    private final BarSampling sampling;
    private final Quarantine quarantine;
    private final Landing landing;

    /// One that makes the bars of one symbol after the other.
    QuoteBatch(QuoteTable quotes, BarTable bars, LakeObjects lake, Backoff backoff) {
        this(quotes, bars, lake, backoff, Runnable::run);
    }

    /// @param symbols runs the making of the bars of a symbol
    QuoteBatch(
            QuoteTable quotes, BarTable bars, LakeObjects lake, Backoff backoff, Executor symbols) {
        this.store = new QuoteStore(quotes, backoff);
        this.sampling = new BarSampling(bars, symbols);
        this.quarantine = new Quarantine(lake);
        this.landing = new Landing(lake);
    }

    /// Processes the records of one shard in stream order.
    BatchOutcome process(List<StreamRecord> records) {
        Prefix whole = Prefix.whole(records.stream().map(RecordCheck::check).toList());
        Prefix durable = landing.land(quarantine.keep(sampling.sample(store.store(whole))));
        int size = durable.records().size();
        int quotes = (int) durable.records().stream().filter(Accepted.class::isInstance).count();
        BatchOutcome.Processed processed = new BatchOutcome.Processed(quotes, size - quotes);
        return size == records.size()
                ? processed
                : new BatchOutcome.StoppedAt(
                        records.get(size).sequenceNumber(),
                        processed,
                        durable.problem().orElseThrow());
    }
}
