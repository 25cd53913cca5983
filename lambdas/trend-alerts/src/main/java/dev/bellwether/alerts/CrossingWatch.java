package dev.bellwether.alerts;

import dev.bellwether.market.CrossoverRule;
import dev.bellwether.market.OhlcvBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Finds out whether a bar that was stored is a crossing, from the stored bars alone.
///
/// It remembers nothing: told twice, late or in another order, the same bars give the same answer.
final class CrossingWatch {
    /// Twice what the slow average needs, so that only a tie of weeks makes a second call.
    static final int BARS_A_CALL = 40;

    private final BarHistory history;
    private final CrossoverRule rule;

    CrossingWatch(BarHistory history, CrossoverRule rule) {
        this.history = history;
        this.rule = rule;
    }

    /// The alert that the bar makes, if it is of its run's day and crosses.
    Optional<Alert> find(StoredBar stored) {
        if (!stored.isOfItsRunDay()) {
            return Optional.empty();
        }
        List<OhlcvBar> bars = barsThrough(stored.bar());
        boolean stillStored =
                !bars.isEmpty() && bars.getLast().tradingDay().equals(stored.bar().tradingDay());
        return stillStored
                ? rule.findAtLast(bars)
                        .map(crossover -> Alert.of(crossover, rule, stored.scheduledAt()))
                : Optional.empty();
    }

    /// Ascending, back to a bar that is no tie, or to the first stored one.
    private List<OhlcvBar> barsThrough(OhlcvBar bar) {
        List<OhlcvBar> descending = new ArrayList<>();
        LocalDate through = bar.tradingDay();
        while (true) {
            List<OhlcvBar> older = history.newestThrough(bar.symbol(), through, BARS_A_CALL);
            descending.addAll(older);
            List<OhlcvBar> ascending = new ArrayList<>(descending);
            Collections.reverse(ascending);
            if (older.size() < BARS_A_CALL || rule.knowsSideBeforeLast(ascending)) {
                return ascending;
            }
            through = older.getLast().tradingDay().minusDays(1);
        }
    }
}
