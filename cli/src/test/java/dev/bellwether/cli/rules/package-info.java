@NullMarked
package dev.bellwether.cli.rules;

import org.jspecify.annotations.NullMarked;
