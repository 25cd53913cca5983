/// The local lake's objects.
@NullMarked
package dev.bellwether.cli.lake;

import org.jspecify.annotations.NullMarked;
