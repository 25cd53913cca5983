package dev.bellwether.lake.condition;

/// How far a jump is explained.
public enum CaseStatus {
    /// Nothing explains it: the day is degraded.
    OPEN("open"),
    /// A split does.
    EXPLAINED("explained"),
    /// It is a real move of the price.
    CONFIRMED_MOVE("confirmed-move");

    private final String id;

    CaseStatus(String id) {
        this.id = id;
    }

    /// The status' name in the lake.
    public String id() {
        return id;
    }
}
