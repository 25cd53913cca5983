/// A market day on this machine: synthesis, the day's run, its summary.
@NullMarked
package dev.bellwether.cli.demo;

import org.jspecify.annotations.NullMarked;
