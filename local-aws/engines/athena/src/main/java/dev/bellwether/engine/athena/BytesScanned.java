package dev.bellwether.engine.athena;

import io.trino.spi.eventlistener.EventListener;
import io.trino.spi.eventlistener.QueryCompletedEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Physical bytes that each query read, in Trino's own final count.
///
/// Query info that is read when the last row arrives is sometimes still behind; the completion
/// event, some milliseconds later, is not.
final class BytesScanned implements EventListener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final Map<String, CompletableFuture<Long>> byQuery = new ConcurrentHashMap<>();

    @Override
    public void queryCompleted(QueryCompletedEvent event) {
        bytes(event.getMetadata().getQueryId())
                .complete(event.getStatistics().getPhysicalInputBytes());
    }

    /// To be asked once, after the query has ended; -1 if Trino did not tell within five seconds.
    long of(String queryId) {
        long bytes =
                bytes(queryId)
                        .completeOnTimeout(UNKNOWN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
        byQuery.remove(queryId);
        return bytes;
    }

    private CompletableFuture<Long> bytes(String queryId) {
        return byQuery.computeIfAbsent(queryId, _ -> new CompletableFuture<>());
    }
}
