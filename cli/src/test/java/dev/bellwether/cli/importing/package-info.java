@NullMarked
package dev.bellwether.cli.importing;

import org.jspecify.annotations.NullMarked;
