package dev.bellwether.market.rule;

import dev.bellwether.market.Split;
import java.math.BigDecimal;

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
    int sign();

    /// The two numbers that were compared, for reading. Only when warm.
    Figures figures();

    /// One that goes on by itself from here.
    Gauge copy();

    /// Everything that the future depends on, as text.
    String state();
}
