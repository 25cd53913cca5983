@NullMarked
package dev.bellwether.lake.raw;

import org.jspecify.annotations.NullMarked;
