/// The stream functions under seeded faults: local-aws's own poller, the real handlers, everything
/// else in memory and on one thread.
@NullMarked
package dev.bellwether.faults;

import org.jspecify.annotations.NullMarked;
