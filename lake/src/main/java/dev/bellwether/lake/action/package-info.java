/// Splits, dividends and symbols: what makes days of one instrument comparable.
@NullMarked
package dev.bellwether.lake.action;

import org.jspecify.annotations.NullMarked;
