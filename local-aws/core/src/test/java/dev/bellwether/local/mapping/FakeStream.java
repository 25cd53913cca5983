package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.EventPattern.Filter;
import dev.bellwether.local.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A stream in memory whose records are short texts; sequence numbers count from 1 in each shard.
final class FakeStream implements StreamReader {
    static final String FIRST_SHARD = "shard-0";
    private static final int MOST_RECORDS_A_READ = 7;

    private final Map<String, ShardContent> shards = new LinkedHashMap<>();
    private Filter filter = Filter.NONE;
    private Instant arrival = Instant.parse("2025-10-29T14:00:00Z");
    private UnaryOperator<String> padding = text -> text;
    private boolean forgetsPositions;
    private int refusedLists;
    private int reads;

    private static final class ShardContent {
        private final List<String> parents;
        private final List<StreamRecord> records = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private boolean closed;

        ShardContent(List<String> parents) {
            this.parents = parents;
        }
    }

    static FakeStream withShards(String... ids) {
        var stream = new FakeStream();
        Arrays.stream(ids).forEach(id -> stream.shards.put(id, new ShardContent(List.of())));
        return stream;
    }

    static FakeStream of(String... texts) {
        return withShards(FIRST_SHARD).put(FIRST_SHARD, texts);
    }

    FakeStream filteredBy(String pattern) {
        filter = Filter.of(List.of(Json.parse(pattern)));
        return this;
    }

    FakeStream arrivingAt(Instant time) {
        arrival = time;
        return this;
    }

    FakeStream paddedBy(UnaryOperator<String> pad) {
        padding = pad;
        return this;
    }

    FakeStream put(String shard, String... texts) {
        for (String text : texts) {
            ShardContent content = shards.get(shard);
            String number = String.valueOf(content.records.size() + 1);
            var json =
                    Json.object()
                            .put("number", number)
                            .put("data", text)
                            .put("pad", padding.apply(""));
            content.records.add(new StreamRecord(number, arrival, Json.bytes(json)));
            content.texts.add(text);
        }
        return this;
    }

    FakeStream close(String shard) {
        shards.get(shard).closed = true;
        return this;
    }

    FakeStream addChild(String shard, String... parents) {
        shards.put(shard, new ShardContent(List.of(parents)));
        return this;
    }

    /// As if the engine had lost its newest records, and refused checkpoints behind them.
    FakeStream forgettingPositions() {
        forgetsPositions = true;
        return this;
    }

    /// As if too many had asked for the shards.
    FakeStream refusingToListShardsOnce() {
        refusedLists = 1;
        return this;
    }

    int reads() {
        return reads;
    }

    @Override
    public String arn() {
        return "arn:aws:kinesis:us-east-1:000000000000:stream/Quotes";
    }

    @Override
    public List<Shard> shards() {
        if (refusedLists > 0) {
            refusedLists--;
            throw new IllegalStateException("too many calls");
        }
        return shards.entrySet().stream()
                .map(shard -> new Shard(shard.getKey(), shard.getValue().parents))
                .toList();
    }

    @Override
    public ShardReader open(String shardId, ShardPosition position) {
        if (forgetsPositions && position instanceof ShardPosition.After) {
            throw new PositionLostException("no such sequence number", new RuntimeException());
        }
        int[] next = {
            switch (position) {
                case ShardPosition.TrimHorizon() -> 0;
                case ShardPosition.NotBefore(Instant time) ->
                        (int)
                                shards.get(shardId).records.stream()
                                        .filter(r -> r.arrival().isBefore(time))
                                        .count();
                case ShardPosition.After(String number, _) -> Integer.parseInt(number);
            }
        };
        return limit -> {
            reads++;
            ShardContent content = shards.get(shardId);
            int to =
                    Math.min(
                            content.records.size(), next[0] + Math.min(limit, MOST_RECORDS_A_READ));
            List<StreamRecord> read = content.records.subList(next[0], to);
            List<StreamRecord> passed =
                    read.stream()
                            .filter(record -> filter.passes(Json.parse(record.json())))
                            .toList();
            ShardPosition.After last =
                    read.isEmpty()
                            ? null
                            : new ShardPosition.After(
                                    read.getLast().sequenceNumber(), read.getLast().arrival());
            next[0] = to;
            boolean atEnd = to == content.records.size();
            return new RecordPage(
                    passed,
                    read.size() - passed.size(),
                    last,
                    !atEnd
                            ? RecordPage.End.MORE
                            : content.closed ? RecordPage.End.CLOSED : RecordPage.End.CAUGHT_UP);
        };
    }
}
