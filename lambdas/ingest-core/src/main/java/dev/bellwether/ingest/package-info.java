/// Fetching from a data provider: what went wrong, what may be stored, where it goes.
@NullMarked
package dev.bellwether.ingest;

import org.jspecify.annotations.NullMarked;
