package dev.bellwether.local.mapping;

import java.util.concurrent.atomic.AtomicLong;

/// One mapping's counters and the way to its listener.
final class MappingLog {
    private final String mapping;
    private final MappingListener listener;
    private final AtomicLong invocations = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong filteredOut = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong discarded = new AtomicLong();

    MappingLog(String mapping, MappingListener listener) {
        this.mapping = mapping;
        this.listener = listener;
    }

    void invoked() {
        invocations.incrementAndGet();
    }

    void delivered(String source, int records) {
        if (records > 0) {
            delivered.addAndGet(records);
            listener.accept(new MappingEvent.Delivered(mapping, source, records));
        }
    }

    void failed(String source, int records, String reason) {
        failures.incrementAndGet();
        listener.accept(new MappingEvent.Failed(mapping, source, records, reason));
    }

    void discarded(String source, int records, String condition, String place) {
        discarded.addAndGet(records);
        listener.accept(new MappingEvent.Discarded(mapping, source, records, condition, place));
    }

    void filteredOut(String source, int records) {
        if (records > 0) {
            filteredOut.addAndGet(records);
            listener.accept(new MappingEvent.FilteredOut(mapping, source, records));
        }
    }

    void positionLost(String source, String reason) {
        listener.accept(new MappingEvent.PositionLost(mapping, source, reason));
    }

    void pollFailed(String reason) {
        listener.accept(new MappingEvent.PollFailed(mapping, reason));
    }

    MappingCounters counters() {
        return new MappingCounters(
                mapping,
                invocations.get(),
                delivered.get(),
                filteredOut.get(),
                failures.get(),
                discarded.get());
    }
}
