/// Tests of the quotes.
@NullMarked
package dev.bellwether.ingest.yahoo;

import org.jspecify.annotations.NullMarked;
