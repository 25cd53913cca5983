/// Indicators that take one bar after the other and keep little: `add`, then ask for the value.
///
/// An indicator has no value before it is full; `unstableBars()` is how many bars at the start of a
/// series that is. `state()` with its `text()` keeps it, `restore` goes on from there with the very
/// same values. What each one means, to the edge cases: `docs/reference/indicators.md`. The simple
/// average is [Sma].
///
/// Arithmetic is decimal; only what is handed out is a double. Windows are summed exactly and
/// afresh, so nothing drifts. Averages without a window are rounded to 34 digits
/// ([java.math.MathContext#DECIMAL128]), because a MACD near zero is a difference of two nearly
/// equal averages, and in doubles keeps too few right digits.
@NullMarked
package dev.bellwether.market.indicator;

import org.jspecify.annotations.NullMarked;
