package dev.bellwether.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds where the simple moving average of the last `fast` closes crosses that of the last `slow`.
///
/// The fast average is above, below, or level with the slow one. The side changes only when it is
/// strictly on the other side; a tie keeps the side it had, so touching is no crossing. There is no
/// side before `slow` bars, and the first known side is no crossing. Averages are compared in exact
/// arithmetic, because real series hold exact ties that binary sums get wrong by a day.
///
/// @param fast bars in the fast average, at least 1
/// @param slow bars in the slow average, more than `fast`
public record CrossoverRule(int fast, int slow) {
    public CrossoverRule {
        if (fast < 1 || slow <= fast) {
            throw new IllegalArgumentException(
                    "A crossover needs 1 <= fast < slow, not %d and %d".formatted(fast, slow));
        }
    }

    /// The rule's name in messages and alert ids, such as `sma-crossover:5,20`.
    public String name() {
        return "sma-crossover:%d,%d".formatted(fast, slow);
    }

    /// The crossing at the last bar, if there is one.
    ///
    /// @param ascending bars of one symbol, oldest first; enough of them reach back to a bar that
    ///   is no tie
    public Optional<Crossover> findAtLast(List<OhlcvBar> ascending) {
        if (ascending.isEmpty()) {
            return Optional.empty();
        }
        List<Crossover> crossovers = all(ascending);
        return crossovers.isEmpty()
                        || !crossovers.getLast().barDay().equals(ascending.getLast().tradingDay())
                ? Optional.empty()
                : Optional.of(crossovers.getLast());
    }

    /// Whether these bars tell which side the fast average was on before the last bar: without it,
    /// a crossing at the last bar cannot be told from a first side.
    public boolean knowsSideBeforeLast(List<OhlcvBar> ascending) {
        List<BigDecimal> closes = ascending.stream().map(OhlcvBar::close).toList();
        Sma fastSum = new Sma(fast);
        Sma slowSum = new Sma(slow);
        for (int i = 0; i < closes.size() - 1; i++) {
            fastSum.add(closes.get(i));
            slowSum.add(closes.get(i));
            if (slowSum.isFull() && fastSum.compareTo(slowSum) != 0) {
                return true;
            }
        }
        return false;
    }

    /// All crossings of a series, in order.
    ///
    /// @param ascending bars of one symbol, oldest first
    public List<Crossover> all(List<OhlcvBar> ascending) {
        List<Crossover> crossovers = new ArrayList<>();
        Sma fastSma = new Sma(fast);
        Sma slowSma = new Sma(slow);
        int side = 0;
        for (OhlcvBar bar : ascending) {
            fastSma.add(bar.close());
            slowSma.add(bar.close());
            int now = slowSma.isFull() ? fastSma.compareTo(slowSma) : 0;
            if (now != 0) {
                if (side != 0 && now != side) {
                    crossovers.add(
                            new Crossover(
                                    bar.symbol(),
                                    bar.tradingDay(),
                                    now > 0 ? Direction.UP : Direction.DOWN,
                                    bar.close(),
                                    fastSma.rounded(),
                                    slowSma.rounded()));
                }
                side = now;
            }
        }
        return List.copyOf(crossovers);
    }
}
