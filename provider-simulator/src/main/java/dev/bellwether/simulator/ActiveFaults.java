package dev.bellwether.simulator;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Faults with the count of how often each has still to show.
final class ActiveFaults {
    private final List<Active> active;

    private record Active(Faults.Rule rule, AtomicInteger left) {}

    ActiveFaults(Faults faults) {
        this.active =
                faults.rules().stream()
                        .map(rule -> new Active(rule, new AtomicInteger(rule.times())))
                        .toList();
    }

    /// The faults of this request, which are counted as shown.
    Set<Fault> next(Provider provider, Optional<Symbol> symbol) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (Active fault : active) {
            if (fault.rule().matches(provider, symbol)
                    && fault.left().getAndUpdate(ActiveFaults::less) > 0) {
                faults.add(fault.rule().fault());
            }
        }
        return faults;
    }

    private static int less(int left) {
        return left == Integer.MAX_VALUE ? left : Math.max(0, left - 1);
    }
}
