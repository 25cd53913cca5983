/// The JSON form of what a rule saw when it fired.
@NullMarked
package dev.bellwether.market.rule.wire;

import org.jspecify.annotations.NullMarked;
