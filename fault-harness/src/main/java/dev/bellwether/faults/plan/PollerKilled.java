package dev.bellwether.faults.plan;

/// The poller's process ends here, with all that it had in memory.
public final class PollerKilled extends Error {
    private static final long serialVersionUID = 1L;

    /// @param place what the process was about
    public PollerKilled(String place) {
        super(place, null, false, false);
    }
}
