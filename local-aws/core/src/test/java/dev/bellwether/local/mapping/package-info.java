/// Tests of event source mappings against hand-written streams and functions.
@NullMarked
package dev.bellwether.local.mapping;

import org.jspecify.annotations.NullMarked;
