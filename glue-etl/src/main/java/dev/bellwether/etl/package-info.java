/// The Spark job that makes the lake's curated tables out of its raw zone, on AWS Glue and here.
@NullMarked
package dev.bellwether.etl;

import org.jspecify.annotations.NullMarked;
