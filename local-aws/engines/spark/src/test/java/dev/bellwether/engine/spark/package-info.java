/// Tests of Spark's files.
@NullMarked
package dev.bellwether.engine.spark;

import org.jspecify.annotations.NullMarked;
