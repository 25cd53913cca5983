/// In the place of Spark.
@NullMarked
package dev.bellwether.engine.spark;

import org.jspecify.annotations.NullMarked;
