/// Daily bars of Alpha Vantage into the lake and the table.
@NullMarked
package dev.bellwether.ingest.alphavantage;

import org.jspecify.annotations.NullMarked;
