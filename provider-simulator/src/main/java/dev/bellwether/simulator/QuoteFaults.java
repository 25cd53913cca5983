package dev.bellwether.simulator;

import java.util.Set;

/// Puts faults into a session's figures.
final class QuoteFaults {
    private QuoteFaults() {}

    static SessionSoFar apply(SessionSoFar right, Set<Fault> faults) {
        boolean swapped = faults.contains(Fault.HIGH_BELOW_LOW);
        return new SessionSoFar(
                right.tradingDay(),
                right.at(),
                right.open(),
                swapped ? right.low() : right.high(),
                swapped ? right.high() : right.low(),
                right.price(),
                faults.contains(Fault.NEGATIVE_VOLUME) ? -right.volume() : right.volume());
    }
}
