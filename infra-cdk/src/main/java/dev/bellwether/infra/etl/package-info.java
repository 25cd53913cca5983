/// The job that makes the lake's curated tables.
@NullMarked
package dev.bellwether.infra.etl;

import org.jspecify.annotations.NullMarked;
