/// Runs the Java jobs of AWS Glue on Spark in one process, over the plain files that S3's engine
/// keeps.
@NullMarked
package dev.bellwether.engine.spark;

import org.jspecify.annotations.NullMarked;
