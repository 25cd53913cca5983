package dev.bellwether.alerts;

import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuarantineJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Keeps what cannot be read, so that it does not hold up the symbols behind it in the stream.
final class Quarantine {
    /// Name of this function in quarantine.
    static final String SOURCE = "trend-alerts";

    private static final int KEPT_CHARS = 2000;
    private static final Instant NEVER = Instant.parse("2000-01-01T12:00:00Z");

    private final LakeObjects lake;

    Quarantine(LakeObjects lake) {
        this.lake = lake;
    }

    void keep(TableChange change, MalformedItemException problem) {
        keep(
                change.after().orElse(change.key()),
                String.valueOf(problem.getMessage()),
                change.changedAt());
    }

    /// Keeps a row that is no rule under the time at which it was last changed, so that it is there
    /// once, however often it is met.
    void keep(RuleBook.Unreadable rule) {
        keep(
                rule.row(),
                rule.problem(),
                rule.row()
                        .find("updated_at")
                        .map(_ -> rule.row().instant("updated_at"))
                        .orElse(NEVER));
    }

    private void keep(Item item, String problem, Instant changedAt) {
        String text = item.toString();
        QuarantineRecord rejected =
                new QuarantineRecord(
                        SOURCE,
                        item.find("symbol").orElse(""),
                        QuarantineReason.UNPARSABLE,
                        problem,
                        text.substring(0, Math.min(KEPT_CHARS, text.length())),
                        "",
                        changedAt);
        LocalDate day = changedAt.atZone(TradingCalendar.ZONE).toLocalDate();
        lake.put(
                LakeLayout.quarantineKey(day, SOURCE, rejected.id()),
                QuarantineJson.write(List.of(rejected)));
    }
}
