package dev.bellwether.alerts;

import dev.bellwether.market.rule.Fire;
import dev.bellwether.market.rule.Severity;
import java.time.Instant;

/// An alert that a rule makes.
///
/// @param createdAt market time at which the bar was there
record Alert(Fire fire, Severity severity, AlertStatus status, Instant createdAt) {
    /// The same for the same crossing, whoever finds it and however often.
    String id() {
        return fire.alertId();
    }
}
