/// Quotes of the running session from Yahoo into the stream.
@NullMarked
package dev.bellwether.ingest.yahoo;

import org.jspecify.annotations.NullMarked;
