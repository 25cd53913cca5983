/// The services' own wire protocols, spoken to the engines of this machine without an AWS SDK.
@NullMarked
package dev.bellwether.local.wire;

import org.jspecify.annotations.NullMarked;
