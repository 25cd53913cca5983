/// The market's own values: symbols, bars, quotes, the trading calendar.
@NullMarked
package dev.bellwether.market;

import org.jspecify.annotations.NullMarked;
