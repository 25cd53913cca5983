@NullMarked
package dev.bellwether.cli.store;

import org.jspecify.annotations.NullMarked;
