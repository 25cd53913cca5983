/// Crossings of daily bars into alert rows, and alert rows into messages.
@NullMarked
package dev.bellwether.alerts;

import org.jspecify.annotations.NullMarked;
