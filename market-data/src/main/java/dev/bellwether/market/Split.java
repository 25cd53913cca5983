package dev.bellwether.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// New shares for old ones: `newShares` 4 and `oldShares` 1 is a 4-for-1 split, after which a share
/// costs a quarter; 1 and 15 is a reverse split.
///
/// @param effectiveDay first trading day at the new price
/// @param knownAt when we learned of it
/// @param newShares at least 1
/// @param oldShares at least 1, other than `newShares`
public record Split(
        Symbol symbol, LocalDate effectiveDay, Instant knownAt, int newShares, int oldShares) {
    public Split {
        if (newShares < 1 || oldShares < 1 || newShares == oldShares) {
            throw new IllegalArgumentException(
                    "A split gives other shares for shares, not %d for %d"
                            .formatted(newShares, oldShares));
        }
    }

    /// What an amount of the old shares' price is multiplied with before it is divided by
    /// [#newShares].
    public BigDecimal oldFactor() {
        return BigDecimal.valueOf(oldShares);
    }

    /// What an amount of the new shares' price is multiplied with to be in the same unit as an old
    /// one that was multiplied with [#oldFactor].
    public BigDecimal newFactor() {
        return BigDecimal.valueOf(newShares);
    }
}
