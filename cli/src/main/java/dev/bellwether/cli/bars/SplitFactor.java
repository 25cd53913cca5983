package dev.bellwether.cli.bars;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// New shares for old ones, as providers write it: `4.0000` or `4:1`, `0.1` or `1:10`, `0.0667`,
/// which is a rounded `1:15`.
///
/// @param newShares at least 1
/// @param oldShares at least 1
record SplitFactor(int newShares, int oldShares) {
    /// Most old shares of a split that is read out of a decimal number.
    private static final int MOST_OLD_SHARES = 1000;

    private static final BigDecimal CLOSE_ENOUGH = new BigDecimal("0.00001");

    /// From this many decimals on a number is taken as rounded to them.
    private static final int ROUNDED_DECIMALS = 4;

    private static final Pattern RATIO = Pattern.compile("([0-9]{1,6})[:/]([0-9]{1,6})");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,12})?");

    /// The factor of that text; empty when it is none.
    static Optional<SplitFactor> parse(String text) {
        Matcher ratio = RATIO.matcher(text);
        if (ratio.matches()) {
            int fresh = Integer.parseInt(ratio.group(1));
            int old = Integer.parseInt(ratio.group(2));
            return fresh == 0 || old == 0
                    ? Optional.empty()
                    : Optional.of(new SplitFactor(fresh, old));
        }
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal factor = new BigDecimal(text);
        return exact(factor).or(() -> nearest(factor));
    }

    private static Optional<SplitFactor> exact(BigDecimal factor) {
        BigInteger old = BigInteger.TEN.pow(factor.scale());
        BigInteger common = factor.unscaledValue().gcd(old);
        BigInteger least = old.divide(common);
        return factor.signum() == 0 || least.compareTo(BigInteger.valueOf(MOST_OLD_SHARES)) > 0
                ? Optional.empty()
                : Optional.of(
                        new SplitFactor(
                                factor.unscaledValue().divide(common).intValueExact(),
                                least.intValueExact()));
    }

    private static Optional<SplitFactor> nearest(BigDecimal factor) {
        BigDecimal tolerance = tolerance(factor);
        for (int old = 1; old <= MOST_OLD_SHARES; old++) {
            BigDecimal shares = factor.multiply(BigDecimal.valueOf(old));
            BigDecimal whole = shares.setScale(0, RoundingMode.HALF_EVEN);
            BigDecimal off = shares.subtract(whole).abs();
            if (whole.signum() > 0
                    && off.compareTo(tolerance.multiply(BigDecimal.valueOf(old))) <= 0) {
                return Optional.of(new SplitFactor(whole.intValueExact(), old));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal tolerance(BigDecimal factor) {
        return factor.scale() < ROUNDED_DECIMALS
                ? CLOSE_ENOUGH
                : CLOSE_ENOUGH.max(BigDecimal.valueOf(5, factor.scale() + 1));
    }
}
