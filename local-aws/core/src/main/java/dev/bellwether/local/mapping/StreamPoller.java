package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.BatchDelivery.ShardSource;
import dev.bellwether.local.template.EventSourceMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The mapping of a Kinesis stream or a table's stream: one worker a shard, parents first.
///
/// Order of shards: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
/// and https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-after-resharding.html
final class StreamPoller implements Poller {
    private final EventSourceMapping settings;
    private final StreamReader stream;
    private final BatchInfo batchInfo;
    private final Duration basePause;
    private final CheckpointStore checkpoints;
    private final BatchDelivery delivery;
    private final MappingLog log;
    private final Map<String, Shard> shards = new LinkedHashMap<>();
    private final Map<String, ShardWorker> workers = new LinkedHashMap<>();

    /// Whether a shard has ended whose children are not known yet: kept, for asking may fail.
    private boolean childrenDue;

    /// @param batchInfo see [DiscardedBatch]
    StreamPoller(
            EventSourceMapping settings,
            StreamReader stream,
            BatchInfo batchInfo,
            Duration basePause,
            FunctionTarget function,
            MappingServices services,
            MappingLog log) {
        if (settings.parallelizationFactor() != 1) {
            throw new IllegalArgumentException(
                    "Mapping %s has ParallelizationFactor %d; here a shard has one batch at a time: leave it at 1"
                            .formatted(settings.logicalId(), settings.parallelizationFactor()));
        }
        this.settings = settings;
        this.stream = stream;
        this.batchInfo = batchInfo;
        this.basePause = basePause;
        this.checkpoints = new CheckpointStore(services.checkpoints(), settings.logicalId());
        this.delivery = new BatchDelivery(settings, function, services, log);
        this.log = log;
    }

    @Override
    public void open() {
        List<Shard> present = stream.shards();
        boolean known = present.stream().anyMatch(shard -> findCheckpoint(shard.id()).isPresent());
        for (Shard shard : present) {
            add(
                    shard,
                    findCheckpoint(shard.id())
                            .orElseGet(
                                    () -> known ? fromTheStart(shard) : startingPosition(shard)));
        }
    }

    private Optional<Checkpoint> findCheckpoint(String shardId) {
        return checkpoints
                .find(shardId)
                .filter(checkpoint -> checkpoint.streamArn().equals(stream.arn()));
    }

    /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html: TRIM_HORIZON
    /// processes all records that the stream has, LATEST only those that come after the mapping.
    private Checkpoint startingPosition(Shard shard) {
        Checkpoint start =
                switch (settings.startingPosition()) {
                    case "TRIM_HORIZON" -> fromTheStart(shard);
                    case "LATEST" -> atTheEnd(shard);
                    default ->
                            throw new IllegalArgumentException(
                                    "Mapping %s has StartingPosition %s; acted out are TRIM_HORIZON and LATEST"
                                            .formatted(
                                                    settings.logicalId(),
                                                    settings.startingPosition()));
                };
        checkpoints.save(start);
        return start;
    }

    private Checkpoint fromTheStart(Shard shard) {
        return checkpoint(shard, new ShardPosition.TrimHorizon(), Checkpoint.State.READING);
    }

    /// Reads up to the end instead of asking for an iterator of type LATEST: that one would be lost
    /// with this process, and what is written meanwhile with it.
    private Checkpoint atTheEnd(Shard shard) {
        ShardPosition position = new ShardPosition.TrimHorizon();
        ShardReader reader = stream.open(shard.id(), position);
        RecordPage page;
        do {
            page = reader.read(1000);
            if (page.last() != null) {
                position = page.last();
            }
        } while (page.end() == RecordPage.End.MORE);
        return checkpoint(
                shard,
                position,
                page.end() == RecordPage.End.CLOSED
                        ? Checkpoint.State.FINISHED
                        : Checkpoint.State.READING);
    }

    private Checkpoint checkpoint(Shard shard, ShardPosition position, Checkpoint.State state) {
        return new Checkpoint(stream.arn(), shard.id(), position, state);
    }

    private void add(Shard shard, Checkpoint checkpoint) {
        shards.put(shard.id(), shard);
        workers.put(
                shard.id(),
                new ShardWorker(
                        settings,
                        new ShardSource(stream.arn(), shard.id(), batchInfo),
                        stream,
                        checkpoint,
                        checkpoints,
                        delivery,
                        log));
    }

    @Override
    public Result poll(Instant now, Flush flush) {
        Result total = Result.NOTHING;
        do {
            if (childrenDue) {
                addChildren();
                childrenDue = false;
            }
            for (ShardWorker worker : readable()) {
                total = total.plus(worker.poll(now, flush));
                childrenDue |= worker.isFinished();
            }
        } while (childrenDue);
        return total;
    }

    private List<ShardWorker> readable() {
        return shards.values().stream()
                .filter(shard -> shard.parents().stream().allMatch(this::isDone))
                .map(shard -> workers.get(shard.id()))
                .filter(worker -> worker != null && !worker.isFinished())
                .toList();
    }

    /// A parent that the stream has forgotten has nothing left to read.
    private boolean isDone(String shardId) {
        ShardWorker worker = workers.get(shardId);
        return worker == null || worker.isFinished();
    }

    private void addChildren() {
        for (Shard shard : stream.shards()) {
            if (!workers.containsKey(shard.id())) {
                add(shard, findCheckpoint(shard.id()).orElseGet(() -> fromTheStart(shard)));
            }
        }
    }

    @Override
    public void savePositions() {
        workers.values().forEach(ShardWorker::savePosition);
    }

    @Override
    public MappingCounters counters() {
        return log.counters();
    }

    @Override
    public MappingLog log() {
        return log;
    }

    @Override
    public Duration basePause() {
        return basePause;
    }
}
