package dev.bellwether.alerts.delivery;

/// Why an alert waits for a digest.
public enum HoldReason {
    /// It came in the quiet hours.
    QUIET_HOURS("quiet-hours"),
    /// The day's budget was used up.
    BUDGET("budget");

    private final String id;

    HoldReason(String id) {
        this.id = id;
    }

    /// The reason as it is written on rows.
    public String id() {
        return id;
    }
}
