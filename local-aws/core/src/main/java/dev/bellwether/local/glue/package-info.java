/// Glue's job runs: the job's own jar on Spark in a process of its own.
@NullMarked
package dev.bellwether.local.glue;

import org.jspecify.annotations.NullMarked;
