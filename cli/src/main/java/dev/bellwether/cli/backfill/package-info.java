/// Asks providers again for what the lake lacks.
@NullMarked
package dev.bellwether.cli.backfill;

import org.jspecify.annotations.NullMarked;
