package dev.bellwether.etl;

/// What is curated together: an instrument's days, or the bars within one symbol's day. As text,
/// for the shuffle.
///
/// @param first instrument, or symbol
/// @param second empty, or the trading day
record GroupKey(Kind kind, String first, String second) {
    /// Which of both.
    enum Kind {
        DAILY,
        INTRADAY
    }

    private static final String SEPARATOR = "\u0001";

    static GroupKey parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new GroupKey(Kind.valueOf(parts[0]), parts[1], parts[2]);
    }

    String text() {
        return String.join(SEPARATOR, kind.name(), first, second);
    }
}
