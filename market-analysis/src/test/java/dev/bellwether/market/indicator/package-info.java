/// Tests of the indicators: by hand, against the textbook, against ta4j, and across restarts.
@NullMarked
package dev.bellwether.market.indicator;

import org.jspecify.annotations.NullMarked;
