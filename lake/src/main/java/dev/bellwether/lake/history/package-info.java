/// How what was observed becomes numbered versions.
@NullMarked
package dev.bellwether.lake.history;

import org.jspecify.annotations.NullMarked;
