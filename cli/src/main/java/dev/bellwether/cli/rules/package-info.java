/// The rules that alerts come from: looking at them and changing them.
@NullMarked
package dev.bellwether.cli.rules;

import org.jspecify.annotations.NullMarked;
