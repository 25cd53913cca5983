package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import java.util.List;

/// The table's quotes.
interface QuoteTable {
    /// Most quotes of one call.
    int MAX_BATCH = 25;

    /// Puts quotes of different identities, replacing those of the same identity, and answers with
    /// those that the table put off. Throws [WriteFailedException] when the call failed; some may
    /// be there then.
    List<Quote> put(List<Quote> quotes);
}
