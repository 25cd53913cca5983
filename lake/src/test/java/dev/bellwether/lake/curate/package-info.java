@NullMarked
package dev.bellwether.lake.curate;

import org.jspecify.annotations.NullMarked;
