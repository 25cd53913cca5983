/// The notebooks of `docs/notebooks`, run as a user runs them.
@NullMarked
package dev.bellwether.cli.notebooks;

import org.jspecify.annotations.NullMarked;
