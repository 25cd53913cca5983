/// Tests of files.
@NullMarked
package dev.bellwether.cli.bars;

import org.jspecify.annotations.NullMarked;
