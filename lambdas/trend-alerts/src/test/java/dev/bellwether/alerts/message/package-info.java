/// Tests of the alerts' message.
@NullMarked
package dev.bellwether.alerts.message;

import org.jspecify.annotations.NullMarked;
