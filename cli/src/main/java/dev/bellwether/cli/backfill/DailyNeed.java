package dev.bellwether.cli.backfill;

import dev.bellwether.market.Symbol;

/// What the lake has and lacks of a symbol's daily bars.
///
/// @param missing sessions without a bar, from the first bar to the newest closed session
/// @param degraded days whose bar is not to be trusted
/// @param bars days with one
record DailyNeed(Symbol symbol, long missing, long degraded, long bars) {
    /// Whether nothing is to be repaired.
    boolean isWhole() {
        return missing == 0 && degraded == 0 && bars > 0;
    }

    /// What is to be repaired, in words.
    String words() {
        return bars == 0
                ? "no daily bars"
                : "%,d days missing, %,d degraded".formatted(missing, degraded);
    }
}
