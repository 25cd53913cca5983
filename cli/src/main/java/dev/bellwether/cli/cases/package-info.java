/// Jumps of prices that ask for an explanation.
@NullMarked
package dev.bellwether.cli.cases;

import org.jspecify.annotations.NullMarked;
