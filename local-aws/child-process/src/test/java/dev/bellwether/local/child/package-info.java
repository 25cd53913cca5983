/// Tests with real processes: what is started, what it sees, and that nothing outlives its parent.
@NullMarked
package dev.bellwether.local.child;

import org.jspecify.annotations.NullMarked;
