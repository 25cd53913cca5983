package dev.bellwether.local.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What the clock change does to local times, as EventBridge Scheduler documents it.
///
/// A cron expression that falls on a local time that does not exist is skipped; a local time that
/// comes twice fires once:
/// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time>.
/// Which of the two is not said; here it is the first.
final class LocalTimes {
    private LocalTimes() {}

    static Optional<Instant> instant(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Optional.empty()
                : Optional.of(local.toInstant(offsets.getFirst()));
    }
}
