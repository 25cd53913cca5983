package dev.bellwether.ingest.alphavantage;

/// How much of a series is asked for.
enum OutputSize {
    /// The newest 100 bars.
    COMPACT("compact"),
    /// All bars; a premium feature for free keys since 2026.
    FULL("full");

    private final String parameter;

    OutputSize(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
