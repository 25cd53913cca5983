/// Reads files of providers: which form a file has, what its rows state, what of it is no data.
@NullMarked
package dev.bellwether.lake.file;

import org.jspecify.annotations.NullMarked;
