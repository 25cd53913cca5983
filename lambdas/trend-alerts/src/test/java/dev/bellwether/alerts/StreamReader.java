package dev.bellwether.alerts;

import dev.bellwether.alerts.BatchOutcome.Processed;
import dev.bellwether.alerts.BatchOutcome.StoppedAt;
import java.util.List;

/// Does what Lambda's event source mapping does with the table's stream: an answer moves the
/// checkpoint, no answer brings the batch again, until nothing is left.
final class StreamReader {
    private static final int MAX_INVOCATIONS = 1000;

    private final int batchSize;
    private int checkpoint;

    StreamReader() {
        this(10);
    }

    StreamReader(int batchSize) {
        this.batchSize = batchSize;
    }

    void drain(MarketInMemory market, ChangeBatch function) {
        for (int i = 0; i < MAX_INVOCATIONS && checkpoint < market.stream.size(); i++) {
            int end = Math.min(checkpoint + batchSize, market.stream.size());
            List<TableChange> batch = List.copyOf(market.stream.subList(checkpoint, end));
            try {
                checkpoint =
                        switch (function.process(batch)) {
                            case Processed _ -> end;
                            case StoppedAt(String sequenceNumber, _, _) ->
                                    Integer.parseInt(sequenceNumber);
                        };
            } catch (Effects.Killed e) {
                // The same batch comes again.
                continue;
            }
        }
        if (checkpoint < market.stream.size()) {
            throw new AssertionError("The shard is stuck");
        }
    }

    /// Lets the stream begin again at its oldest change.
    void rewind() {
        checkpoint = 0;
    }
}
