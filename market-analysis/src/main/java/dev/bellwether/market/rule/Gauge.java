package dev.bellwether.market.rule;

import dev.bellwether.market.Split;
import java.math.BigDecimal;
import java.util.function.Supplier;

/// What a rule reads off the closes that it has seen.
interface Gauge {
    /// Takes the next bar's close.
    void add(BigDecimal close);

    /// Restates what was seen for a split that takes effect before the next bar.
    void restate(Split split);

    /// Forgets everything.
    void clear();

    /// Whether enough was seen to say anything.
    boolean isWarm();

    /// 1 for clearly above the line, -1 for clearly below, 0 for neither.
    ///
    /// @param held sign of the side that is held: whether a figure on it is clearly so need not be
    ///   found out, for the side stays either way
    int sign(int held);

    /// The two numbers that were compared, for reading. Only when warm.
    Figures figures();

    /// Everything that the future depends on, as text. It is taken now and written when it is asked
    /// for, since of most bars nobody asks.
    Supplier<String> state();
}
