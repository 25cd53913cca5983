/// Tests of the wire forms.
@NullMarked
package dev.bellwether.market.wire;

import org.jspecify.annotations.NullMarked;
