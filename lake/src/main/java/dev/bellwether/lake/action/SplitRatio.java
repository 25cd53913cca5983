package dev.bellwether.lake.action;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// New shares for old ones in lowest terms.
///
/// @param newShares at least 1
/// @param oldShares at least 1
public record SplitRatio(int newShares, int oldShares) {
    /// Most old shares that a ratio is looked for with.
    public static final int MAX_OLD_SHARES = 1000;

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-5");
    private static final BigDecimal MAX_NEW_SHARES = BigDecimal.valueOf(1_000_000);

    public SplitRatio {
        if (newShares < 1 || oldShares < 1) {
            throw new IllegalArgumentException(
                    "A split gives shares for shares, not %d for %d"
                            .formatted(newShares, oldShares));
        }
    }

    /// The ratio nearest to a provider's coefficient, such as 7:1 to 7.00000700001: with the fewest
    /// old shares if several are, and at most [#MAX_OLD_SHARES]. Empty when none is within a
    /// hundred-thousandth of it, or when it is 1, above a million or not above zero.
    public static Optional<SplitRatio> snap(BigDecimal coefficient) {
        if (coefficient.signum() <= 0 || coefficient.compareTo(MAX_NEW_SHARES) > 0) {
            return Optional.empty();
        }
        SplitRatio nearest = null;
        BigDecimal smallestMiss = BigDecimal.ZERO;
        for (int old = 1; old <= MAX_OLD_SHARES; old++) {
            BigDecimal exact = coefficient.multiply(BigDecimal.valueOf(old));
            BigDecimal shares = exact.setScale(0, RoundingMode.HALF_EVEN);
            BigDecimal miss = shares.subtract(exact).abs();
            if (shares.signum() > 0
                    && miss.compareTo(exact.multiply(TOLERANCE)) <= 0
                    && (nearest == null || isNearer(miss, old, smallestMiss, nearest))) {
                nearest = new SplitRatio(shares.intValueExact(), old);
                smallestMiss = miss;
            }
        }
        return Optional.ofNullable(nearest).filter(ratio -> ratio.newShares != ratio.oldShares);
    }

    // Misses of the coefficient are a miss of shares by the old shares: compared without dividing.
    private static boolean isNearer(BigDecimal miss, int old, BigDecimal other, SplitRatio best) {
        return miss.multiply(BigDecimal.valueOf(best.oldShares))
                        .compareTo(other.multiply(BigDecimal.valueOf(old)))
                < 0;
    }
}
