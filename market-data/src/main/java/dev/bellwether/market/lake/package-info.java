/// Where things lie in the lake.
@NullMarked
package dev.bellwether.market.lake;

import org.jspecify.annotations.NullMarked;
