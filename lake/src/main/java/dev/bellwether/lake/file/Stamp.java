package dev.bellwether.lake.file;

import dev.bellwether.market.QuarantineReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day, or a time, as a cell names it.
///
/// @param time null if it names a day only
/// @param offset null if it names none
record Stamp(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
    /// The time as the zone's clocks show it; midnight of a day.
    LocalDateTime local(ZoneId zone) {
        LocalDateTime written = day.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return offset == null
                ? written
                : written.atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
    }

    boolean isDay() {
        return time == null || time.equals(LocalTime.MIDNIGHT);
    }

    /// The instant. Where clocks are put back over the time, so that it occurs twice, it is the
    /// first.
    Instant instant(ZoneId zone) throws BadRowException {
        if (time == null) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "%s has no time of day".formatted(day));
        }
        LocalDateTime written = day.atTime(time);
        try {
            if (offset != null) {
                return written.toInstant(offset);
            }
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(written);
            if (offsets.isEmpty()) {
                throw new BadRowException(
                        QuarantineReason.IMPOSSIBLE,
                        "%s does not exist: the clocks of %s are put forward over it"
                                .formatted(written, zone));
            }
            return written.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "%s is no time".formatted(written));
        }
    }
}
