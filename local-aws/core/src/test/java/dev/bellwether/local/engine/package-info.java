/// Tests of the engines as they are started for a run.
@NullMarked
package dev.bellwether.local.engine;

import org.jspecify.annotations.NullMarked;
