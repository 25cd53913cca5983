package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.EventPattern.Filter;
import dev.bellwether.local.mapping.Poller.Flush;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All event source mappings of a run.
///
/// [#step] and [#drain] deliver on the caller's thread; [#start] polls by itself on the wall clock
/// until [#stop]. All may be called from many threads; a mapping is polled by one at a time.
public final class Mappings implements AutoCloseable {
    /// Base rates: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html (once a second)
    /// and https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html (four times a second).
    private static final Duration KINESIS_PAUSE = Duration.ofSeconds(1);

    private static final Duration TABLE_STREAM_PAUSE = Duration.ofMillis(250);

    private final List<Entry> entries;
    private final MappingServices services;
    private @Nullable ContinuousPolling polling;

    private Mappings(List<Entry> entries, MappingServices services) {
        this.entries = List.copyOf(entries);
        this.services = services;
    }

    /// Fixes every starting position: what is written to a stream from now on is delivered.
    /// Streams, tables and queues must be there.
    ///
    /// @param functions by name
    /// @throws IllegalArgumentException for a setting that is not acted out, or a missing function
    public static Mappings open(
            List<EventSourceMapping> mappings,
            Map<String, FunctionTarget> functions,
            MappingServices services) {
        List<Entry> entries = new ArrayList<>();
        for (EventSourceMapping mapping : mappings) {
            if (mapping.enabled()) {
                FunctionTarget function = functions.get(mapping.functionName());
                if (function == null) {
                    throw new IllegalArgumentException(
                            "Mapping %s is for function %s, which is not there; there are %s"
                                    .formatted(
                                            mapping.logicalId(),
                                            mapping.functionName(),
                                            functions.keySet()));
                }
                entries.add(new Entry(mapping.logicalId(), poller(mapping, function, services)));
            }
        }
        return of(entries, services);
    }

    static Mappings of(List<Entry> entries, MappingServices services) {
        entries.forEach(entry -> entry.poller().open());
        return new Mappings(entries, services);
    }

    private static Poller poller(
            EventSourceMapping mapping, FunctionTarget function, MappingServices services) {
        Filter filter = Filter.of(mapping.filters());
        var log = new MappingLog(mapping.logicalId(), services.listener());
        ServiceCalls calls = services.calls();
        return switch (mapping.source()) {
            case EventSource.KinesisStream(String name, String arn) ->
                    new StreamPoller(
                            mapping,
                            new KinesisReader(calls, name, arn, function.roleArn(), filter),
                            BatchInfo.KINESIS,
                            KINESIS_PAUSE,
                            function,
                            services,
                            log);
            case EventSource.TableStream(String table, _) ->
                    new StreamPoller(
                            mapping,
                            TableStreamReader.of(calls, table, Arn.LOCAL_REGION, filter),
                            BatchInfo.TABLE_STREAM,
                            TABLE_STREAM_PAUSE,
                            function,
                            services,
                            log);
            case EventSource.SqsQueue(String name, String arn) ->
                    new QueuePoller(
                            mapping, new QueueMessages(calls, name, arn), filter, function, log);
        };
    }

    /// The mapping's id in object keys: the same in every run.
    static UUID uuid(EventSourceMapping mapping) {
        return UUID.nameUUIDFromBytes(
                (mapping.stack() + "/" + mapping.logicalId()).getBytes(StandardCharsets.UTF_8));
    }

    /// Delivers every batch that is full or whose batching window has passed, and what comes of it
    /// in other streams, until nothing more is due. What a function writes to the very stream that
    /// it reads waits for the next step.
    ///
    /// @param marketNow the time that batching windows are measured with
    public DrainReport step(Instant marketNow) {
        return pollUntilQuiet(entries, marketNow, Flush.AT_WINDOW);
    }

    /// As [#step], but of queues alone: a message that has fallen due need not wait for the
    /// streams, and asking them costs more than delivering it.
    public DrainReport stepQueues(Instant marketNow) {
        return pollUntilQuiet(
                entries.stream().filter(entry -> entry.poller() instanceof QueuePoller).toList(),
                marketNow,
                Flush.AT_WINDOW);
    }

    /// As [#step], but of streams alone.
    public DrainReport stepStreams(Instant marketNow) {
        return pollUntilQuiet(
                entries.stream().filter(entry -> entry.poller() instanceof StreamPoller).toList(),
                marketNow,
                Flush.AT_WINDOW);
    }

    /// Delivers everything that is there, ignoring batching windows, until all streams are empty
    /// and no queue has a visible message.
    public DrainReport drain() {
        return pollUntilQuiet(entries, services.clock().instant(), Flush.NOW);
    }

    /// Asks a source again only if a function that may have written to it has run since.
    private static DrainReport pollUntilQuiet(List<Entry> polled, Instant now, Flush flush) {
        var rounds = new PollRounds(polled, flush);
        while (rounds.next() instanceof Entry entry) {
            rounds.polled(entry, entry.poll(now, flush));
        }
        return rounds.report();
    }

    /// Polls by itself, each mapping at Lambda's base rate, with batching windows on the wall
    /// clock.
    public synchronized void start() {
        if (polling == null) {
            polling = new ContinuousPolling(entries, services.clock());
        }
    }

    /// Ends continuous polling after the batches that are being delivered.
    public synchronized void stop() {
        if (polling != null) {
            polling.close();
            polling = null;
        }
    }

    /// One a mapping, in the template's order.
    public List<MappingCounters> counters() {
        return entries.stream().map(Entry::counters).toList();
    }

    /// Stops, and saves how far filtered records have been read; a kill without it only means that
    /// they are filtered again.
    @Override
    public void close() {
        stop();
        entries.forEach(Entry::savePositions);
    }
}
