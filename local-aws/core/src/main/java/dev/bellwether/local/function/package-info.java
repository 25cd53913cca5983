/// Lambda on this machine: the deployable jar in a child JVM, driven by AWS's own runtime interface
/// client.
@NullMarked
package dev.bellwether.local.function;

import org.jspecify.annotations.NullMarked;
