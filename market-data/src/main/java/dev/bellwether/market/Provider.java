package dev.bellwether.market;

/// Who a bar or a quote was fetched from.
public enum Provider {
    /// Alpha Vantage.
    ALPHA_VANTAGE("alphavantage"),
    /// Yahoo Finance.
    YAHOO("yahoo"),
    /// Alpaca.
    ALPACA("alpaca");

    private final String id;

    Provider(String id) {
        this.id = id;
    }

    /// The provider's name on the wire and in the lake.
    public String id() {
        return id;
    }

    /// The provider of that id; throws IllegalArgumentException if there is none.
    public static Provider of(String id) {
        for (Provider provider : values()) {
            if (provider.id.equals(id)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("'%s' is no provider".formatted(id));
    }
}
