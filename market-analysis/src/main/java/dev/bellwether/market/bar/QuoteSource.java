package dev.bellwether.market.bar;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;

/// Who says a quote, and about which trades. Cumulative volumes of two sources have nothing to do
/// with each other, so a bar is made of one source only.
public record QuoteSource(Provider provider, String feed) {
    /// The source that bars are made of, for every symbol: a bar's key does not name its source, so
    /// the source may not depend on which quote comes first. Quotes of others are stored and make
    /// no bar.
    public static final QuoteSource PRIMARY = new QuoteSource(Provider.YAHOO, "composite");

    /// Whether the quote is of this source.
    public boolean said(Quote quote) {
        return quote.provider() == provider && quote.feed().equals(feed);
    }
}
