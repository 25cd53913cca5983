/// What every command shares: the folders it works in, and how it ends.
@NullMarked
package dev.bellwether.cli.home;

import org.jspecify.annotations.NullMarked;
