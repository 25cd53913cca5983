/// A pipeline's table, stream, buckets and functions, wherever it runs.
@NullMarked
package dev.bellwether.cli.store;

import org.jspecify.annotations.NullMarked;
