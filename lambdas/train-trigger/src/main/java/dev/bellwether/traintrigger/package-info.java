/// One training job a run's day.
@NullMarked
package dev.bellwether.traintrigger;

import org.jspecify.annotations.NullMarked;
