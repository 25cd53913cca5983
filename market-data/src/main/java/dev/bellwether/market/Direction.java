package dev.bellwether.market;

/// Which way the fast average crossed the slow one.
public enum Direction {
    /// From below to above.
    UP("up"),
    /// From above to below.
    DOWN("down");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /// The direction's name on the wire and in the lake.
    public String id() {
        return id;
    }
}
