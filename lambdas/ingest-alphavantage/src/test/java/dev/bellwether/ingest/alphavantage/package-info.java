/// Tests of the daily bars.
@NullMarked
package dev.bellwether.ingest.alphavantage;

import org.jspecify.annotations.NullMarked;
