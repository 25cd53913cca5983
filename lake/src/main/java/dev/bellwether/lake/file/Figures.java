package dev.bellwether.lake.file;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.QuarantineReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A bar's prices and volume that a market can have produced.
///
/// @param open null if its provider states none, like close and volume
record Figures(
        @Nullable BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        @Nullable BigDecimal close,
        @Nullable Long volume) {
    /// Decimals of a price in the lake. Yahoo writes binary fractions with tails of 14.
    private static final int DECIMALS = 6;

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:[0-9]{1,15}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,2})?");
    private static final Set<String> MISSING =
            Set.of("", "null", "none", "nan", "na", "n/a", "-", "<na>");
    private static final Set<String> INFINITE =
            Set.of("inf", "-inf", "+inf", "infinity", "-infinity", "+infinity");
    private static final BigDecimal MOST_SHARES = BigDecimal.valueOf(Long.MAX_VALUE);

    /// Checks all five figures.
    ///
    /// @param volume null where the form has no volumes
    static Figures of(String open, String high, String low, String close, @Nullable String volume)
            throws BadRowException {
        Figures figures =
                new Figures(
                        price("open", open),
                        price("high", high),
                        price("low", low),
                        price("close", close),
                        volume == null ? null : shares(volume));
        figures.check();
        return figures;
    }

    /// Checks the figures of a form that has a range only.
    static Figures range(String high, String low) throws BadRowException {
        Figures figures = new Figures(null, price("high", high), price("low", low), null, null);
        figures.check();
        return figures;
    }

    private void check() throws BadRowException {
        long shares = volume == null ? 0 : volume;
        Optional<String> problem =
                OhlcvBar.findProblem(
                        open == null ? low : open, high, low, close == null ? low : close, shares);
        if (problem.isPresent()) {
            throw new BadRowException(QuarantineReason.IMPOSSIBLE, problem.get());
        }
    }

    private static BigDecimal price(String name, String text) throws BadRowException {
        BigDecimal price = number(name, text);
        return price.scale() > DECIMALS ? price.setScale(DECIMALS, RoundingMode.HALF_EVEN) : price;
    }

    private static long shares(String text) throws BadRowException {
        BigDecimal shares = number("volume", text).setScale(0, RoundingMode.HALF_EVEN);
        if (shares.compareTo(MOST_SHARES) > 0) {
            throw new BadRowException(
                    QuarantineReason.IMPOSSIBLE,
                    "volume %s is more than anybody trades".formatted(Excerpt.of(text)));
        }
        return shares.signum() < 0 ? -1 : shares.longValueExact();
    }

    /// The number in a cell.
    static BigDecimal number(String name, String text) throws BadRowException {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        if (MISSING.contains(bare)) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE,
                    bare.isEmpty() ? name + " is missing" : "%s is %s".formatted(name, bare));
        }
        if (INFINITE.contains(bare)) {
            throw new BadRowException(
                    QuarantineReason.IMPOSSIBLE, "%s is infinite".formatted(name));
        }
        if (!NUMBER.matcher(bare).matches()) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE,
                    "%s '%s' is no number".formatted(name, Excerpt.of(text)));
        }
        return new BigDecimal(bare);
    }

    boolean same(Figures other) {
        return same(open, other.open)
                && same(high, other.high)
                && same(low, other.low)
                && same(close, other.close)
                && (volume == null ? other.volume == null : volume.equals(other.volume));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
