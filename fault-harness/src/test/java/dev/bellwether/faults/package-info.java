@NullMarked
package dev.bellwether.faults;

import org.jspecify.annotations.NullMarked;
