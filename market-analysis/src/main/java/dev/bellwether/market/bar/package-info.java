/// Bars out of quotes: a pure function of the quotes that are known, whatever order they came in.
@NullMarked
package dev.bellwether.market.bar;

import org.jspecify.annotations.NullMarked;
