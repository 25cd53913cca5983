package dev.bellwether.market;

/// How far the data of a symbol's day can be trusted.
public enum DataCondition {
    /// All that is expected is there and passed its checks.
    AVAILABLE("available"),
    /// It is there, but something about it is wrong or unexplained.
    DEGRADED("degraded"),
    /// It is not there yet, and is not late.
    PENDING("pending"),
    /// It should be there and is not.
    MISSING("missing");

    private final String id;

    DataCondition(String id) {
        this.id = id;
    }

    /// The condition's name in the lake.
    public String id() {
        return id;
    }

    /// The condition of that name; IllegalArgumentException when there is none.
    public static DataCondition of(String id) {
        for (DataCondition condition : values()) {
            if (condition.id.equals(id)) {
                return condition;
            }
        }
        throw new IllegalArgumentException("'%s' is no data condition".formatted(id));
    }
}
