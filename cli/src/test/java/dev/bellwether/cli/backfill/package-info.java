@NullMarked
package dev.bellwether.cli.backfill;

import org.jspecify.annotations.NullMarked;
