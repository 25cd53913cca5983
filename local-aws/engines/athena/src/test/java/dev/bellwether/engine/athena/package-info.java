/// One engine over a small lake that can be checked by hand.
@NullMarked
package dev.bellwether.engine.athena;

import org.jspecify.annotations.NullMarked;
