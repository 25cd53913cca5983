@NullMarked
package dev.bellwether.lake.history;

import org.jspecify.annotations.NullMarked;
