/// Tests of the command line itself.
@NullMarked
package dev.bellwether.cli;

import org.jspecify.annotations.NullMarked;
