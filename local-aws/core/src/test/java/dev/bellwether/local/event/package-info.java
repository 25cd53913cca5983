/// Tests of the event bus.
@NullMarked
package dev.bellwether.local.event;

import org.jspecify.annotations.NullMarked;
