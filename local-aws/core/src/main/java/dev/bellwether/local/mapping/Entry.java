package dev.bellwether.local.mapping;

import dev.bellwether.local.mapping.Poller.Flush;
import dev.bellwether.local.mapping.Poller.Result;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/// A mapping's poller, used by one thread at a time.
final class Entry {
    private final String mapping;
    private final Poller poller;
    private final ReentrantLock turn = new ReentrantLock();

    Entry(String mapping, Poller poller) {
        this.mapping = mapping;
        this.poller = poller;
    }

    String mapping() {
        return mapping;
    }

    Poller poller() {
        return poller;
    }

    Result poll(Instant now, Flush flush) {
        turn.lock();
        try {
            return poller.poll(now, flush);
        } finally {
            turn.unlock();
        }
    }

    void savePositions() {
        turn.lock();
        try {
            poller.savePositions();
        } finally {
            turn.unlock();
        }
    }

    MappingCounters counters() {
        return poller.counters();
    }
}
