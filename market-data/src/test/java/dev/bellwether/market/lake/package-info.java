/// Tests of the keys of the lake.
@NullMarked
package dev.bellwether.market.lake;

import org.jspecify.annotations.NullMarked;
