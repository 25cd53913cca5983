/// EventBridge's default bus: what services tell, and whom rules tell it to.
@NullMarked
package dev.bellwether.local.event;

import org.jspecify.annotations.NullMarked;
