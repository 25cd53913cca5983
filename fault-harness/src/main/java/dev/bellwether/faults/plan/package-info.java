/// What goes wrong, and when: drawn from a seed.
@NullMarked
package dev.bellwether.faults.plan;

import org.jspecify.annotations.NullMarked;
