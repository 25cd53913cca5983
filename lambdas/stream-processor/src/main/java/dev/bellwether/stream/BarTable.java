package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.bar.SampledBar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table's bars of quotes, and the quotes that they are made of, as they are at the moment of
/// the call. Every method throws [WriteFailedException] when its call failed.
interface BarTable {
    /// The newest quotes of the symbol whose sort keys are below the given one, in the order of
    /// their keys from the highest down; fewer than `most` only when there are no more.
    List<Quote> newestBelow(Symbol symbol, String sortKey, int most);

    /// The symbol's quarters of an hour of the session, oldest first.
    List<SampledBar> quartersOf(Symbol symbol, Session session);

    /// Puts the bar if the table has none yet, for version 1, or has the version before, for a
    /// later one. Answers with the bar that is there when that is not so, and with nothing when the
    /// bar was put.
    ///
    /// @param closedAt time of the quote that closed or restated it
    Optional<SampledBar> put(SampledBar bar, Instant closedAt);
}
