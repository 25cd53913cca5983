/// What follows from all that was observed of an instrument: the rows of the curated tables.
@NullMarked
package dev.bellwether.lake.curate;

import org.jspecify.annotations.NullMarked;
