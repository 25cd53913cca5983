@NullMarked
package dev.bellwether.lake;

import org.jspecify.annotations.NullMarked;
