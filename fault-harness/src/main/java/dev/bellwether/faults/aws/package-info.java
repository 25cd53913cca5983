/// Services in memory, with one state behind the poller's calls and the functions' clients.
@NullMarked
package dev.bellwether.faults.aws;

import org.jspecify.annotations.NullMarked;
