/// What was kept out of the data: looking at it, and putting it back into the stream.
@NullMarked
package dev.bellwether.cli.quarantine;

import org.jspecify.annotations.NullMarked;
