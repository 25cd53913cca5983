/// What came after alerts, and whether that is more than chance.
@NullMarked
package dev.bellwether.market.study;

import org.jspecify.annotations.NullMarked;
