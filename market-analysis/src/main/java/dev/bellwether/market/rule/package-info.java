/// Alert rules: what they are, and the state machine that decides on closed bars whether they fire.
@NullMarked
package dev.bellwether.market.rule;

import org.jspecify.annotations.NullMarked;
