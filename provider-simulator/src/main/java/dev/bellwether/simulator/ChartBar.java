package dev.bellwether.simulator;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Session;
import java.math.BigDecimal;
import java.time.Instant;

/// One index of the chart's arrays.
record ChartBar(
        Instant at,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume) {
    static ChartBar of(OhlcvBar bar, Session session) {
        return new ChartBar(
                session.open(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    // A finished session is stamped with its open, a running one with its last trade.
    static ChartBar of(SessionSoFar soFar, Session session, Instant now) {
        Instant at = now.isBefore(session.close()) ? soFar.at() : session.open();
        return new ChartBar(
                at, soFar.open(), soFar.high(), soFar.low(), soFar.price(), soFar.volume());
    }
}
