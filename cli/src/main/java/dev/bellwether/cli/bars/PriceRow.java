package dev.bellwether.cli.bars;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/// One bar of a file.
///
/// @param line where it stands
/// @param at New York wall clock; midnight of a day's bar
/// @param prices open, high and low, if the file has all three
/// @param volume if the file has it
record PriceRow(
        long line,
        LocalDateTime at,
        BigDecimal close,
        Optional<Prices> prices,
        Optional<Long> volume) {
    /// What a bar has beside its close.
    record Prices(BigDecimal open, BigDecimal high, BigDecimal low) {}

    /// The bar that rules see; what the file does not have is made of the close.
    ClosedBar bar(Timeframe timeframe) {
        Prices known = prices.orElse(new Prices(close, close, close));
        return new ClosedBar(
                timeframe == Timeframe.ONE_DAY
                        ? ClosedBar.startOf(at.toLocalDate())
                        : at.atZone(TradingCalendar.ZONE).toInstant(),
                at.toLocalDate(),
                known.open(),
                known.high(),
                known.low(),
                close,
                volume.orElse(0L),
                1);
    }

    /// The day, and the time if it is not midnight.
    String when() {
        return at.toLocalTime().toSecondOfDay() == 0
                ? at.toLocalDate().toString()
                : at.toString().replace('T', ' ');
    }

    boolean isComplete() {
        return prices.isPresent() && volume.isPresent();
    }

    boolean sameFigures(PriceRow other) {
        return close.compareTo(other.close) == 0
                && volume.equals(other.volume)
                && prices.isPresent() == other.prices.isPresent()
                && (prices.isEmpty() || same(prices.get(), other.prices.orElseThrow()));
    }

    private static boolean same(Prices one, Prices other) {
        return one.open().compareTo(other.open()) == 0
                && one.high().compareTo(other.high()) == 0
                && one.low().compareTo(other.low()) == 0;
    }
}
