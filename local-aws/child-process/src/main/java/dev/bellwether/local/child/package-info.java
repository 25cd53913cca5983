/// One small process owns every child of a run, and every child ends with its parent.
@NullMarked
package dev.bellwether.local.child;

import org.jspecify.annotations.NullMarked;
