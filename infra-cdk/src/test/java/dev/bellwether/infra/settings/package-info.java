/// Holds the reading of the context against its promises.
@NullMarked
package dev.bellwether.infra.settings;

import org.jspecify.annotations.NullMarked;
