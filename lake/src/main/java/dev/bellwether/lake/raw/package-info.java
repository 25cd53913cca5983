/// What is known about the objects of the raw zone beside their bytes.
@NullMarked
package dev.bellwether.lake.raw;

import org.jspecify.annotations.NullMarked;
