/// What keeps state: lake, stream, table, topic and the lake's catalog.
@NullMarked
package dev.bellwether.infra.data;

import org.jspecify.annotations.NullMarked;
