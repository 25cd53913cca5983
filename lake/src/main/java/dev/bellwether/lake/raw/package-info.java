/// The raw zone's objects: what is known about them and what they say.
@NullMarked
package dev.bellwether.lake.raw;

import org.jspecify.annotations.NullMarked;
