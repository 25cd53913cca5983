/// The training job: from daily bars to a forecast of each symbol's next close, held against
/// "tomorrow is as today".
@NullMarked
package dev.bellwether.training;

import org.jspecify.annotations.NullMarked;
