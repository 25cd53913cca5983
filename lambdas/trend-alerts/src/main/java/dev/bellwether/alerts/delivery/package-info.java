/// When an alert's row becomes a message, and how often: once, later in a digest, or never.
@NullMarked
package dev.bellwether.alerts.delivery;

import org.jspecify.annotations.NullMarked;
