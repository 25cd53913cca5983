/// The command as a user runs it: real processes, a real state folder.
@NullMarked
package dev.bellwether.cli.endtoend;

import org.jspecify.annotations.NullMarked;
