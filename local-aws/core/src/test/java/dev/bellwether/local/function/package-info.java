/// Tests of functions in real child JVMs.
@NullMarked
package dev.bellwether.local.function;

import org.jspecify.annotations.NullMarked;
