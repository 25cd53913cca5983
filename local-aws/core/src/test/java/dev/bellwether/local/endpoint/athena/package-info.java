@NullMarked
package dev.bellwether.local.endpoint.athena;

import org.jspecify.annotations.NullMarked;
