/// Holds the lake's catalog against its reference.
@NullMarked
package dev.bellwether.infra.data;

import org.jspecify.annotations.NullMarked;
