package dev.bellwether.lake.file;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;

/// A form of bars in rows and columns.
enum TableForm {
    DAILY("alphavantage-daily", Provider.ALPHA_VANTAGE, "daily", Basis.RAW),
    ADJUSTED("alphavantage-daily-adjusted", Provider.ALPHA_VANTAGE, "daily", Basis.RAW),
    INTRADAY("alphavantage-intraday", Provider.ALPHA_VANTAGE, "intraday", Basis.SPLIT_DIVIDEND),
    YAHOO("yahoo", Provider.YAHOO, "chart", Basis.SPLIT);

    final String id;
    final Provider provider;
    final String feed;
    final Basis basis;

    TableForm(String id, Provider provider, String feed, Basis basis) {
        this.id = id;
        this.provider = provider;
        this.feed = feed;
        this.basis = basis;
    }

    BarSheet sheet() {
        return new BarSheet(provider, feed, basis);
    }
}
