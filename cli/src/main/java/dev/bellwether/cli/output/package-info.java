/// How results are printed: data on standard output, progress on standard error.
@NullMarked
package dev.bellwether.cli.output;

import org.jspecify.annotations.NullMarked;
