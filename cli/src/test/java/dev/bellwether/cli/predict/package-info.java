/// Tests of forecasts out of files.
@NullMarked
package dev.bellwether.cli.predict;

import org.jspecify.annotations.NullMarked;
