/// The bars and rules that commands about the past look at.
@NullMarked
package dev.bellwether.cli.series;

import org.jspecify.annotations.NullMarked;
