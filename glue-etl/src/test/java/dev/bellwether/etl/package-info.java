@NullMarked
package dev.bellwether.etl;

import org.jspecify.annotations.NullMarked;
