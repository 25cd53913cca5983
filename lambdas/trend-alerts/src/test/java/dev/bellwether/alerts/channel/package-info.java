/// Tests of the alerts' channel.
@NullMarked
package dev.bellwether.alerts.channel;

import org.jspecify.annotations.NullMarked;
