package dev.bellwether.market.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// The sample standard deviation of the last bar-to-bar differences, compared without a root:
/// amounts are held against it squared, so that the comparison is exact.
///
/// With n differences x, its square is (n Σx² - (Σx)²) / (n (n - 1)).
final class Deviation {
    /// How many differences it is of.
    static final int DIFFERENCES = 20;

    private static final BigDecimal N = BigDecimal.valueOf(DIFFERENCES);
    private static final BigDecimal N_TIMES_N_MINUS_1 =
            BigDecimal.valueOf((long) DIFFERENCES * (DIFFERENCES - 1));

    private Deviation() {}

    /// Whether `amount / divisor` is farther from zero than `times` standard deviations.
    ///
    /// @param closes at least 21, oldest first; the last 21 count
    static boolean isExceeded(
            BigDecimal amount, BigDecimal divisor, BigDecimal times, List<BigDecimal> closes) {
        BigDecimal left = amount.multiply(amount).multiply(N_TIMES_N_MINUS_1);
        BigDecimal factor = times.multiply(divisor);
        return left.compareTo(factor.multiply(factor).multiply(spread(closes))) > 0;
    }

    /// The deviation, rounded, for reading.
    static BigDecimal rounded(List<BigDecimal> closes) {
        return spread(closes)
                .divide(N_TIMES_N_MINUS_1, MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64);
    }

    private static BigDecimal spread(List<BigDecimal> closes) {
        int first = closes.size() - DIFFERENCES;
        if (first < 1) {
            throw new IllegalArgumentException(
                    "A deviation of %d differences needs %d closes, not %d"
                            .formatted(DIFFERENCES, DIFFERENCES + 1, closes.size()));
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = first; i < closes.size(); i++) {
            BigDecimal difference = closes.get(i).subtract(closes.get(i - 1));
            sum = sum.add(difference);
            squares = squares.add(difference.multiply(difference));
        }
        return squares.multiply(N).subtract(sum.multiply(sum));
    }
}
