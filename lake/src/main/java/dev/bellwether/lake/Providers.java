package dev.bellwether.lake;

import dev.bellwether.market.Provider;
import java.util.Comparator;
import java.util.List;

/// In which order providers are believed when several state the same day or the same action.
public final class Providers {
    private static final List<Provider> RANKED =
            List.of(Provider.ALPHA_VANTAGE, Provider.ALPACA, Provider.YAHOO);

    /// Feeds of one provider: the consolidated tape before one exchange's part of it.
    private static final List<String> FEEDS = List.of("daily", "sip", "iex");

    private Providers() {}

    /// The provider that is believed first comes first.
    public static List<Provider> ranked() {
        return RANKED;
    }

    /// The feeds that have a place; others follow by name.
    public static List<String> feeds() {
        return FEEDS;
    }

    /// From 0, the provider that is believed first.
    public static int rank(Provider provider) {
        return RANKED.indexOf(provider);
    }

    /// The bar that is believed first comes first: by provider, then by feed.
    public static Comparator<SourceBar> byRank() {
        return Comparator.<SourceBar>comparingInt(bar -> rank(bar.provider()))
                .thenComparingInt(bar -> feedRank(bar.feed()))
                .thenComparing(SourceBar::feed);
    }

    private static int feedRank(String feed) {
        int rank = FEEDS.indexOf(feed);
        return rank < 0 ? FEEDS.size() : rank;
    }
}
