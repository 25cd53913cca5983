package dev.bellwether.local.mapping;

import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.mapping.BatchResult.AllFailed;
import dev.bellwether.local.mapping.BatchResult.SomeFailed;
import dev.bellwether.local.mapping.BatchResult.Succeeded;
import dev.bellwether.local.mapping.BatchingWindow.Gathered;
import dev.bellwether.local.mapping.EventPattern.Filter;
import dev.bellwether.local.mapping.QueueMessages.Message;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The mapping of a queue. What the function does not take stays in the queue and comes back when
/// its visibility timeout has passed, or goes to the queue's own dead-letter queue.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
final class QueuePoller implements Poller {
    private static final Duration BASE_PAUSE = Duration.ofMillis(500);

    private final EventSourceMapping settings;
    private final QueueMessages queue;
    private final Filter filter;
    private final FunctionTarget function;
    private final MappingLog log;
    private final BatchingWindow window;
    private final List<Message> pending = new ArrayList<>();

    QueuePoller(
            EventSourceMapping settings,
            QueueMessages queue,
            Filter filter,
            FunctionTarget function,
            MappingLog log) {
        this.settings = settings;
        this.queue = queue;
        this.filter = filter;
        this.function = function;
        this.log = log;
        this.window = new BatchingWindow(settings.batchingWindow());
    }

    @Override
    public void open() {
        // A queue keeps its own position.
    }

    @Override
    public Result poll(Instant now, Flush flush) {
        int delivered = 0;
        int filteredOut = 0;
        while (true) {
            filteredOut += receive(now);
            if (pending.isEmpty() || !isDue(now, flush)) {
                return new Result(delivered, filteredOut, Blocked.NO);
            }
            List<Message> batch = List.copyOf(pending);
            pending.clear();
            window.next(now, Gathered.NOTHING);
            int taken = deliver(batch);
            delivered += taken;
            if (taken < batch.size()) {
                // Lambda backs off a failing queue; with a visibility timeout of zero the same
                // messages would come back for ever.
                return new Result(delivered, filteredOut, Blocked.NO);
            }
        }
    }

    /// Fills the batch from what is visible; returns how many messages the filter dropped.
    ///
    /// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html: messages that do not
    /// match are deleted from the queue.
    private int receive(Instant now) {
        int dropped = 0;
        while (pending.size() < settings.batchSize()) {
            List<Message> received = queue.receive(settings.batchSize() - pending.size());
            if (received.isEmpty()) {
                break;
            }
            List<Message> passed =
                    received.stream()
                            .filter(message ->
                                    filter.isEmpty()
                                            || filter.passes(message.filterView(queue.arn())))
                            .toList();
            List<Message> others =
                    received.stream().filter(message -> !passed.contains(message)).toList();
            queue.delete(others);
            dropped += others.size();
            log.filteredOut(queue.queueName(), others.size());
            pending.addAll(passed);
            if (!pending.isEmpty()) {
                window.gather(now);
            }
        }
        return dropped;
    }

    private boolean isDue(Instant now, Flush flush) {
        return flush == Flush.NOW
                || pending.size() >= settings.batchSize()
                || window.hasPassed(now);
    }

    private int deliver(List<Message> batch) {
        var event = Json.object();
        var records = event.putArray("Records");
        batch.forEach(message -> records.add(message.toEventRecord(queue.arn())));
        InvocationOutcome outcome = function.invoker().invoke(Json.bytes(event));
        log.invoked();
        BatchResult result =
                settings.reportBatchItemFailures()
                        ? BatchResult.of(outcome, batch.stream().map(Message::id).toList())
                        : BatchResult.of(outcome);
        List<Message> taken =
                switch (result) {
                    case Succeeded() -> batch;
                    case AllFailed _ -> List.of();
                    case SomeFailed(var failed) ->
                            IntStream.range(0, batch.size())
                                    .filter(index -> !failed.get(index))
                                    .mapToObj(batch::get)
                                    .toList();
                };
        queue.delete(taken);
        log.delivered(queue.queueName(), taken.size());
        if (taken.size() < batch.size()) {
            String reason =
                    result instanceof AllFailed(String text) ? text : "the function reports them";
            log.failed(queue.queueName(), batch.size() - taken.size(), reason);
        }
        return taken.size();
    }

    @Override
    public void savePositions() {
        // Messages that are received but not delivered become visible again.
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
        return BASE_PAUSE;
    }
}
