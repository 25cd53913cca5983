/// Tests of the studies.
@NullMarked
package dev.bellwether.market.study;

import org.jspecify.annotations.NullMarked;
