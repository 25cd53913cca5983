/// Tests of the audits.
@NullMarked
package dev.bellwether.market.audit;

import org.jspecify.annotations.NullMarked;
