/// Runs the stacks of a synthesized template on this machine: the entry point of local-aws.
@NullMarked
package dev.bellwether.local;

import org.jspecify.annotations.NullMarked;
