/// Loopback servers for the calls that no engine serves: they answer just what our functions ask,
/// and refuse the rest by name.
@NullMarked
package dev.bellwether.local.endpoint;

import org.jspecify.annotations.NullMarked;
