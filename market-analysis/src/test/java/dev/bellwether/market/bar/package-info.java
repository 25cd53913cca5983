/// Tests of bars out of quotes.
@NullMarked
package dev.bellwether.market.bar;

import org.jspecify.annotations.NullMarked;
