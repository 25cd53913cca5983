/// Tests of the market's values and rules.
@NullMarked
package dev.bellwether.market;

import org.jspecify.annotations.NullMarked;
