/// The bellwether command: what a user types, and what is printed.
@NullMarked
package dev.bellwether.cli;

import org.jspecify.annotations.NullMarked;
