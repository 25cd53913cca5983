package dev.bellwether.lake.file;

import dev.bellwether.market.QuarantineReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// New shares for old ones, as providers write it: `4.0000`, `4:1`, `0.1`, or 7.00000700001, which
/// is a 7:1 that was worked back from prices.
///
/// @param newShares at least 1
/// @param oldShares at least 1
/// @param coefficient as it is written; the quotient where it is written as two numbers
record SplitRatio(int newShares, int oldShares, BigDecimal coefficient) {
    /// Most shares on the old side of a split that is read out of a decimal number.
    private static final int MOST_OLD_SHARES = 1000;

    /// How far a coefficient may be off, relative to it.
    private static final BigDecimal CLOSE_ENOUGH = new BigDecimal("0.00001");

    /// From this many decimals on a number is taken as rounded to them, as 0.0667 is of 1:15.
    private static final int ROUNDED_DECIMALS = 4;

    private static final int MOST_NEW_SHARES = 100_000;

    private static final Pattern RATIO =
            Pattern.compile("([0-9]{1,6}(?:\\.0*)?)\\s*[:/]\\s*([0-9]{1,6}(?:\\.0*)?)");

    /// Reads a split; 1:1 is none, but is read.
    static SplitRatio parse(String text) throws BadRowException {
        Matcher ratio = RATIO.matcher(text.strip());
        if (ratio.matches()) {
            return of(new BigDecimal(ratio.group(1)), new BigDecimal(ratio.group(2)));
        }
        BigDecimal coefficient = Figures.number("split", text);
        if (coefficient.signum() <= 0) {
            throw noSplit(text);
        }
        return nearest(coefficient).or(() -> rounded(coefficient)).orElseThrow(() -> noSplit(text));
    }

    /// The ratio nearest to the coefficient, with the fewest old shares if several are.
    private static Optional<SplitRatio> nearest(BigDecimal coefficient) {
        BigDecimal tolerance = coefficient.multiply(CLOSE_ENOUGH);
        return candidates(coefficient)
                .filter(ratio -> ratio.miss().compareTo(tolerance) <= 0)
                .min(Comparator.comparing(SplitRatio::miss));
    }

    /// Of a number that is rounded: the ratio with the fewest old shares that it can be of.
    private static Optional<SplitRatio> rounded(BigDecimal coefficient) {
        BigDecimal half = BigDecimal.valueOf(5, ROUNDED_DECIMALS + 1);
        return coefficient.scale() == ROUNDED_DECIMALS
                ? candidates(coefficient)
                        .filter(ratio -> ratio.miss().compareTo(half) <= 0)
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<SplitRatio> candidates(BigDecimal coefficient) {
        return IntStream.rangeClosed(1, MOST_OLD_SHARES)
                .mapToObj(old -> {
                    BigDecimal whole =
                            coefficient
                                    .multiply(BigDecimal.valueOf(old))
                                    .setScale(0, RoundingMode.HALF_EVEN);
                    return isShares(whole)
                            ? Optional.of(new SplitRatio(whole.intValueExact(), old, coefficient))
                            : Optional.<SplitRatio>empty();
                })
                .flatMap(Optional::stream);
    }

    /// How far the ratio is off the coefficient.
    private BigDecimal miss() {
        return BigDecimal.valueOf(newShares)
                .divide(BigDecimal.valueOf(oldShares), MathContext.DECIMAL128)
                .subtract(coefficient)
                .abs();
    }

    /// A split whose sides are stated apart.
    static SplitRatio of(BigDecimal fresh, BigDecimal old) throws BadRowException {
        if (fresh.signum() <= 0 || old.signum() <= 0) {
            throw noSplit(fresh.toPlainString() + ":" + old.toPlainString());
        }
        BigDecimal coefficient = fresh.divide(old, MathContext.DECIMAL64);
        if (isWhole(fresh) && isWhole(old) && isShares(fresh) && isShares(old)) {
            int common = fresh.toBigInteger().gcd(old.toBigInteger()).intValueExact();
            return new SplitRatio(
                    fresh.intValueExact() / common, old.intValueExact() / common, coefficient);
        }
        return parse(coefficient.toPlainString());
    }

    /// Whether shares stay what they are.
    boolean isNone() {
        return newShares == oldShares;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isShares(BigDecimal whole) {
        return whole.signum() > 0 && whole.compareTo(BigDecimal.valueOf(MOST_NEW_SHARES)) <= 0;
    }

    private static BadRowException noSplit(String text) {
        return new BadRowException(
                QuarantineReason.IMPOSSIBLE,
                "split '%s' gives no new shares for old ones".formatted(Excerpt.of(text)));
    }
}
