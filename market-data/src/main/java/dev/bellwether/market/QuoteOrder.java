package dev.bellwether.market;

import java.util.Comparator;

/// Orders of quotes that leave nothing to chance.
public final class QuoteOrder {
    /// By timestamp, symbol, provider, feed and sequence: equal only for quotes of one identity.
    public static final Comparator<Quote> BY_IDENTITY =
            Comparator.comparing(Quote::timestamp)
                    .thenComparing(Quote::symbol)
                    .thenComparing(quote -> quote.provider().id())
                    .thenComparing(Quote::feed)
                    .thenComparing(Quote::sequence);

    /// Which of two quotes of one identity is kept: the first in this order, which view `quotes` of
    /// the lake has too. Such quotes are equal; this is for the day on which they are not. Equal
    /// only where all figures are.
    public static final Comparator<Quote> KEPT_FIRST =
            Comparator.comparing(Quote::volume, Comparator.reverseOrder())
                    .thenComparing(Quote::price, Comparator.reverseOrder())
                    .thenComparing(Quote::high, Comparator.reverseOrder())
                    .thenComparing(Quote::low)
                    .thenComparing(Quote::open)
                    .thenComparing(Quote::change, Comparator.reverseOrder())
                    .thenComparing(Quote::changePercent, Comparator.reverseOrder())
                    .thenComparing(Quote::previousClose);

    private QuoteOrder() {}
}
