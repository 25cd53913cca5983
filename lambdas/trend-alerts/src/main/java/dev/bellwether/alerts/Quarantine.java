package dev.bellwether.alerts;

import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.time.LocalDate;
import java.util.List;

/// Keeps what cannot be read, so that it does not hold up the symbols behind it in the stream.
final class Quarantine {
    /// Name of this function in quarantine.
    static final String SOURCE = "trend-alerts";

    private static final int KEPT_CHARS = 2000;

    private final LakeObjects lake;

    Quarantine(LakeObjects lake) {
        this.lake = lake;
    }

    void keep(TableChange change, MalformedItemException problem) {
        String text = change.after().orElse(change.key()).toString();
        QuarantineRecord rejected =
                new QuarantineRecord(
                        SOURCE,
                        change.key().find("symbol").orElse(""),
                        QuarantineReason.UNPARSABLE,
                        String.valueOf(problem.getMessage()),
                        text.substring(0, Math.min(KEPT_CHARS, text.length())),
                        "",
                        change.changedAt());
        LocalDate day = change.changedAt().atZone(TradingCalendar.ZONE).toLocalDate();
        lake.put(
                LakeLayout.quarantineKey(day, SOURCE, rejected.id()),
                QuarantineJson.write(List.of(rejected)));
    }
}
