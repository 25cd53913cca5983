/// Forecasts out of files of providers.
@NullMarked
package dev.bellwether.cli.predict;

import org.jspecify.annotations.NullMarked;
