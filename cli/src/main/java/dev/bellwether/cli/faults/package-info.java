/// Runs the fault harness.
@NullMarked
package dev.bellwether.cli.faults;

import org.jspecify.annotations.NullMarked;
