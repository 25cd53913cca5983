package dev.bellwether.local.mapping;

import java.time.Duration;
import java.time.Instant;

/// Reads one event source and delivers what it finds.
interface Poller {
    /// When a batch that is not full is delivered.
    enum Flush {
        /// When its batching window has passed.
        AT_WINDOW,
        /// At once.
        NOW
    }

    /// @param delivered records that are done with: taken or given up
    /// @param filteredOut records that no pattern matched
    /// @param blocked whether records wait for another attempt of a function that keeps failing
    record Result(int delivered, int filteredOut, Blocked blocked) {
        static final Result NOTHING = new Result(0, 0, Blocked.NO);

        int records() {
            return delivered + filteredOut;
        }

        /// Whether a function has run to some effect, and so may have written somewhere.
        boolean progressed() {
            return delivered > 0;
        }

        Result plus(Result other) {
            return new Result(
                    delivered + other.delivered,
                    filteredOut + other.filteredOut,
                    blocked == Blocked.YES ? Blocked.YES : other.blocked);
        }
    }

    enum Blocked {
        NO,
        YES
    }

    /// Fixes where reading starts, so that nothing written from now on is missed.
    void open();

    /// Delivers every batch that is due.
    ///
    /// @param now on the clock that batching windows are measured with
    Result poll(Instant now, Flush flush);

    /// Puts positions on disk that moved without a batch, over filtered records.
    void savePositions();

    MappingCounters counters();

    MappingLog log();

    /// How often Lambda polls such a source when nothing is there.
    Duration basePause();
}
