/// What is observed in the raw zone: bars and corporate actions, with the time at which each was
/// known.
@NullMarked
package dev.bellwether.lake;

import org.jspecify.annotations.NullMarked;
