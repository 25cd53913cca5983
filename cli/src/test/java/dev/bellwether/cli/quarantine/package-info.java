@NullMarked
package dev.bellwether.cli.quarantine;

import org.jspecify.annotations.NullMarked;
