/// From a symbol's bars to samples: what was known at a day's close, and what came of it.
@NullMarked
package dev.bellwether.training.sample;

import org.jspecify.annotations.NullMarked;
