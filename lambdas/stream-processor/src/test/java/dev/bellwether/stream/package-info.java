/// Tests of the stream processor.
@NullMarked
package dev.bellwether.stream;

import org.jspecify.annotations.NullMarked;
