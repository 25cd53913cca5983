/// Creates a template's tables, streams, queues and buckets in the engines, or finds them as an
/// earlier run left them.
@NullMarked
package dev.bellwether.local.resource;

import org.jspecify.annotations.NullMarked;
