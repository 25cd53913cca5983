package dev.bellwether.alerts;

import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.List;

/// The rows of alerts: each alert has one, for ever. Every method may be repeated.
interface AlertLedger {
    /// The rows of a symbol's alerts of bars that begin at that instant or later.
    List<AlertRow> from(Symbol symbol, Instant barStart);

    /// Adds the row if there is none of that alert.
    void insert(Alert alert);

    /// Takes an alert back for good, unless it was taken back before.
    void retract(AlertRow row, Instant at);

    /// Notes on a row that was taken back that a later correction would make its rule fire again.
    void reinstate(AlertRow row, Instant at);
}
