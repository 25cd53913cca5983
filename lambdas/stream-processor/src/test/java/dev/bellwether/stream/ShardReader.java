package dev.bellwether.stream;

import dev.bellwether.stream.BatchOutcome.Processed;
import dev.bellwether.stream.BatchOutcome.StoppedAt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Does what Lambda's event source mapping does with a shard: an answer moves the checkpoint, no
/// answer brings the batch again, whole or in halves.
final class ShardReader {
    /// How a batch comes again when the function was killed.
    enum Retry {
        SAME_BATCH,
        BISECTED
    }

    private static final int MAX_INVOCATIONS = 1000;

    private final QuoteBatch function;
    private final Retry retry;
    private final Consumer<List<StreamRecord>> onAcknowledged;

    ShardReader(QuoteBatch function, Retry retry, Consumer<List<StreamRecord>> onAcknowledged) {
        this.function = function;
        this.retry = retry;
        this.onAcknowledged = onAcknowledged;
    }

    void deliver(List<StreamRecord> records) {
        Deque<List<StreamRecord>> batches = new ArrayDeque<>(List.of(records));
        for (int i = 0; i < MAX_INVOCATIONS && !batches.isEmpty(); i++) {
            List<StreamRecord> batch = batches.pop();
            try {
                switch (function.process(batch)) {
                    case Processed _ -> onAcknowledged.accept(batch);
                    case StoppedAt(String sequenceNumber, _, _) -> {
                        int resume =
                                batch.stream()
                                        .map(StreamRecord::sequenceNumber)
                                        .toList()
                                        .indexOf(sequenceNumber);
                        onAcknowledged.accept(batch.subList(0, resume));
                        batches.push(batch.subList(resume, batch.size()));
                    }
                }
            } catch (Effects.Killed e) {
                int half = batch.size() / 2;
                if (retry == Retry.BISECTED && half > 0) {
                    batches.push(batch.subList(half, batch.size()));
                    batches.push(batch.subList(0, half));
                } else {
                    batches.push(batch);
                }
            }
        }
        if (!batches.isEmpty()) {
            throw new AssertionError("The shard is stuck");
        }
    }
}
