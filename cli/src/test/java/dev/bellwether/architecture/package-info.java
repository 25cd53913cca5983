/// Rules that hold over all modules.
@NullMarked
package dev.bellwether.architecture;

import org.jspecify.annotations.NullMarked;
