package dev.bellwether.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// Open, high, low, close and volume of one symbol over one trading day; prices as traded (basis
/// raw), in the currency of the listing.
///
/// @param tradingDay the exchange's date, whether or not the calendar has a session then
/// @param volume shares
public record OhlcvBar(
        Symbol symbol,
        LocalDate tradingDay,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        Provider provider) {

    /// Throws IllegalArgumentException when no market can have produced the figures.
    public OhlcvBar {
        Optional<String> problem = findProblem(open, high, low, close, volume);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(
                    "%s %s: %s".formatted(symbol, tradingDay, problem.get()));
        }
    }

    /// Why no market can have produced these figures; empty when one can.
    public static Optional<String> findProblem(
            BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {
        if (open.signum() <= 0 || high.signum() <= 0 || low.signum() <= 0 || close.signum() <= 0) {
            return Optional.of("a price is not above zero");
        }
        if (high.compareTo(low) < 0) {
            return Optional.of(
                    "high %s is below low %s".formatted(high.toPlainString(), low.toPlainString()));
        }
        if (open.compareTo(low) < 0 || open.compareTo(high) > 0) {
            return Optional.of("open %s is outside low to high".formatted(open.toPlainString()));
        }
        if (close.compareTo(low) < 0 || close.compareTo(high) > 0) {
            return Optional.of("close %s is outside low to high".formatted(close.toPlainString()));
        }
        if (volume < 0) {
            return Optional.of("volume %d is negative".formatted(volume));
        }
        return Optional.empty();
    }

    /// Whether prices and volume are the same numbers; `1.50` is `1.5`.
    public boolean sameFigures(OhlcvBar other) {
        return open.compareTo(other.open) == 0
                && high.compareTo(other.high) == 0
                && low.compareTo(other.low) == 0
                && close.compareTo(other.close) == 0
                && volume == other.volume;
    }
}
