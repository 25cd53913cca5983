/// The engines behind the services: each a child process with its own class path, started when
/// first asked for and stoppable alone.
@NullMarked
package dev.bellwether.local.engine;

import org.jspecify.annotations.NullMarked;
