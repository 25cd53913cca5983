package dev.bellwether.market;

/// Why something that came in did not become data.
public enum QuarantineReason {
    /// A row or record that cannot be read.
    UNPARSABLE("unparsable"),
    /// Figures that no market can have produced.
    IMPOSSIBLE("impossible"),
    /// A second, different row for the same day in one answer: the first one stands.
    CONFLICTING_DUPLICATE("conflicting-duplicate"),
    /// The provider answered with a failure instead of data.
    PROVIDER_FAILURE("provider-failure"),
    /// The answer is neither data nor a known failure, or is cut off.
    UNUSABLE_BODY("unusable-body"),
    /// A stream record that is no quote.
    INVALID_QUOTE("invalid-quote");

    private final String id;

    QuarantineReason(String id) {
        this.id = id;
    }

    /// The reason's name in the lake.
    public String id() {
        return id;
    }
}
