/// Quotes from the stream into the table and the lake, and what is no quote into quarantine.
@NullMarked
package dev.bellwether.stream;

import org.jspecify.annotations.NullMarked;
