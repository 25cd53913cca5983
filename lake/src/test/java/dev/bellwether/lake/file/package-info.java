@NullMarked
package dev.bellwether.lake.file;

import org.jspecify.annotations.NullMarked;
