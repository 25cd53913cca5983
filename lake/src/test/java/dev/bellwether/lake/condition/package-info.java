@NullMarked
package dev.bellwether.lake.condition;

import org.jspecify.annotations.NullMarked;
