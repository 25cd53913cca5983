/// Files of prices and of splits, as providers and people write them.
@NullMarked
package dev.bellwether.cli.bars;

import org.jspecify.annotations.NullMarked;
