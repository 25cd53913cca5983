package dev.bellwether.alerts.delivery;

import dev.bellwether.alerts.message.AlertNotice;
import dev.bellwether.alerts.message.NoticeKind;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Severity;
import java.util.Optional;

/// Which alerts wait for a digest. Critical ones never do, and take nothing of the budget;
/// retractions of what was said take nothing of it either. What decides is market time and the
/// counter, so that a retry decides the same.
record HoldPolicy(AlertOutbox outbox, Optional<QuietHours> quietHours, int budgetOfADay) {
    Optional<HoldReason> reasonToHold(AlertNotice notice) {
        if (notice.severity() == Severity.CRITICAL) {
            return Optional.empty();
        }
        if (quietHours.filter(hours -> hours.include(notice.at())).isPresent()) {
            return Optional.of(HoldReason.QUIET_HOURS);
        }
        if (notice.kind() == NoticeKind.RETRACTED) {
            return Optional.empty();
        }
        boolean taken =
                outbox.takeBudget(
                        notice.at().atZone(TradingCalendar.ZONE).toLocalDate(),
                        notice.alertId(),
                        budgetOfADay);
        return taken ? Optional.empty() : Optional.of(HoldReason.BUDGET);
    }
}
