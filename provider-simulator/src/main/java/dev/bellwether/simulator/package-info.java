/// The market-data providers' URLs over given files or a seeded market, misbehaving on request.
@NullMarked
package dev.bellwether.simulator;

import org.jspecify.annotations.NullMarked;
