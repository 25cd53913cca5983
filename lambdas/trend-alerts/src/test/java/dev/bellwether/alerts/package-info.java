/// Tests of the trend alerts.
@NullMarked
package dev.bellwether.alerts;

import org.jspecify.annotations.NullMarked;
