package dev.bellwether.lake.file;

import dev.bellwether.lake.Interval;
import dev.bellwether.market.QuarantineReason;
import java.time.Instant;

/// When intraday bars begin.
final class Grid {
    /// Bars of hours begin at full or at half hours, as the session does.
    private static final long HALF_HOUR = 1800;

    private Grid() {}

    /// Throws if no bar of that length begins then: a live price has its own time.
    static void require(Instant start, Interval interval) throws BadRowException {
        long seconds = Math.min(interval.length().orElseThrow().toSeconds(), HALF_HOUR);
        if (start.getEpochSecond() % seconds != 0 || start.getNano() != 0) {
            throw new BadRowException(
                    QuarantineReason.IMPOSSIBLE,
                    "no bar of %s begins at %s; a live price has such times"
                            .formatted(interval.id(), start));
        }
    }
}
