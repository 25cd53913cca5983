/// Tests of the alert rules.
@NullMarked
package dev.bellwether.market.rule;

import org.jspecify.annotations.NullMarked;
