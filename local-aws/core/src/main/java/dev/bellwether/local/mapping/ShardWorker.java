package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.BatchDelivery.ShardSource;
import dev.bellwether.local.mapping.BatchingWindow.Gathered;
import dev.bellwether.local.mapping.Poller.Blocked;
import dev.bellwether.local.mapping.Poller.Flush;
import dev.bellwether.local.mapping.Poller.Result;
import dev.bellwether.local.template.EventSourceMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one shard, gathers batches and moves the checkpoint. Per-shard order is kept because
/// nothing behind a record is tried before the record is done with.
final class ShardWorker {
    /// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html: a batch is
    /// sent when it is full, when its window has passed, or at 6 MB. Some room is for the frame.
    static final int MOST_BATCH_BYTES = 6 * 1024 * 1024 - 64 * 1024;

    /// By so much the wall clock may have been set back between two runs.
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final EventSourceMapping settings;
    private final ShardSource source;
    private final StreamReader stream;
    private final CheckpointStore checkpoints;
    private final BatchDelivery delivery;
    private final MappingLog log;

    private final BatchingWindow window;
    private final Deque<StreamRecord> pending = new ArrayDeque<>();
    private final Deque<Segment> work = new ArrayDeque<>();
    private long pendingBytes;
    private @Nullable ShardReader reader;
    private RecordPage.End end = RecordPage.End.MORE;
    private Checkpoint checkpoint;
    private ShardPosition lastRead;
    private int delivered;
    private int filteredOut;

    ShardWorker(
            EventSourceMapping settings,
            ShardSource source,
            StreamReader stream,
            Checkpoint checkpoint,
            CheckpointStore checkpoints,
            BatchDelivery delivery,
            MappingLog log) {
        this.settings = settings;
        this.source = source;
        this.stream = stream;
        this.checkpoint = checkpoint;
        this.lastRead = checkpoint.position();
        this.checkpoints = checkpoints;
        this.delivery = delivery;
        this.log = log;
        this.window = new BatchingWindow(settings.batchingWindow());
    }

    boolean isFinished() {
        return checkpoint.state() == Checkpoint.State.FINISHED;
    }

    Result poll(Instant now, Flush flush) {
        delivered = 0;
        filteredOut = 0;
        if (end == RecordPage.End.CAUGHT_UP) {
            end = RecordPage.End.MORE;
        }
        while (deliver()) {
            if (pending.size() < settings.batchSize() && end == RecordPage.End.MORE) {
                read(now);
            }
            if (isDue(now, flush)) {
                work.addLast(Segment.of(nextBatch(now)));
            } else if (end != RecordPage.End.MORE) {
                finishIfClosed();
                return new Result(delivered, filteredOut, Blocked.NO);
            }
        }
        return new Result(delivered, filteredOut, Blocked.YES);
    }

    void savePosition() {
        if (pending.isEmpty()
                && work.isEmpty()
                && lastRead instanceof ShardPosition.After
                && !lastRead.equals(checkpoint.position())) {
            save(lastRead, checkpoint.state());
        }
    }

    private boolean deliver() {
        return delivery.run(work, source, this::acknowledge);
    }

    private void acknowledge(StreamRecord last) {
        Segment current = work.getFirst();
        delivered += current.records().indexOf(last) + 1;
        save(
                new ShardPosition.After(last.sequenceNumber(), last.arrival()),
                Checkpoint.State.READING);
    }

    private void save(ShardPosition position, Checkpoint.State state) {
        Checkpoint next = new Checkpoint(source.streamArn(), source.shardId(), position, state);
        checkpoints.save(next);
        checkpoint = next;
    }

    private void read(Instant now) {
        RecordPage page = readPage();
        end = page.end();
        if (page.last() != null) {
            lastRead = page.last();
        }
        if (!page.records().isEmpty()) {
            window.gather(now);
        }
        for (StreamRecord record : page.records()) {
            pending.addLast(record);
            pendingBytes += record.json().length + 1L;
        }
        filteredOut += page.filteredOut();
        log.filteredOut(source.shardId(), page.filteredOut());
    }

    private RecordPage readPage() {
        int limit = Math.max(settings.batchSize(), 100);
        try {
            if (reader == null) {
                reader = stream.open(source.shardId(), lastRead);
            }
            return reader.read(limit);
        } catch (PositionLostException e) {
            log.positionLost(source.shardId(), String.valueOf(e.getMessage()));
            lastRead = insteadOf(lastRead);
            reader = stream.open(source.shardId(), lastRead);
            return reader.read(limit);
        }
    }

    /// Records that expired are gone, and so may be an engine's newest, which it had not saved when
    /// it was killed. Either way all that is left from before the checkpoint has been acknowledged.
    ///
    /// AT_TIMESTAMP begins at the oldest record if the time is older:
    /// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html
    private static ShardPosition insteadOf(ShardPosition lost) {
        return lost instanceof ShardPosition.After after
                ? new ShardPosition.NotBefore(after.arrival().minus(CLOCK_STEP))
                : new ShardPosition.TrimHorizon();
    }

    private boolean isDue(Instant now, Flush flush) {
        if (pending.isEmpty()) {
            return false;
        }
        if (pending.size() >= settings.batchSize() || pendingBytes >= MOST_BATCH_BYTES) {
            return true;
        }
        return end != RecordPage.End.MORE
                && (flush == Flush.NOW || end == RecordPage.End.CLOSED || window.hasPassed(now));
    }

    private List<StreamRecord> nextBatch(Instant now) {
        List<StreamRecord> batch = new ArrayList<>();
        long bytes = 0;
        while (!pending.isEmpty() && batch.size() < settings.batchSize()) {
            long next = pending.getFirst().json().length + 1L;
            if (!batch.isEmpty() && bytes + next > MOST_BATCH_BYTES) {
                break;
            }
            bytes += next;
            batch.add(pending.removeFirst());
        }
        pendingBytes -= bytes;
        window.next(now, pending.isEmpty() ? Gathered.NOTHING : Gathered.SOME);
        return batch;
    }

    private void finishIfClosed() {
        if (end == RecordPage.End.CLOSED && pending.isEmpty() && !isFinished()) {
            save(lastRead, Checkpoint.State.FINISHED);
        }
    }
}
