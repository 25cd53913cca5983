/// Tests of the alerts' delivery.
@NullMarked
package dev.bellwether.alerts.delivery;

import org.jspecify.annotations.NullMarked;
