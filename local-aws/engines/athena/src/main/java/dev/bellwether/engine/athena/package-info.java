/// Trino in the place of Athena: read-only SQL over the lake's files, behind HTTP on loopback.
@NullMarked
package dev.bellwether.engine.athena;

import org.jspecify.annotations.NullMarked;
