/// What is sent through the pipeline, and what must come of it.
@NullMarked
package dev.bellwether.faults.market;

import org.jspecify.annotations.NullMarked;
