/// Holds the synthesized templates against what they promise.
@NullMarked
package dev.bellwether.infra;

import org.jspecify.annotations.NullMarked;
