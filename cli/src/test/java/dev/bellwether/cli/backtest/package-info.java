/// Tests of backtests.
@NullMarked
package dev.bellwether.cli.backtest;

import org.jspecify.annotations.NullMarked;
