/// The market's values as bytes: quotes in the stream, daily bars and rejected records in the lake.
@NullMarked
package dev.bellwether.market.wire;

import org.jspecify.annotations.NullMarked;
