/// The market's own values and rules: symbols, bars, quotes, the trading calendar, averages.
@NullMarked
package dev.bellwether.market;

import org.jspecify.annotations.NullMarked;
