/// Event source mappings: streams and queues delivered to functions with the template's own
/// settings.
@NullMarked
package dev.bellwether.local.mapping;

import org.jspecify.annotations.NullMarked;
