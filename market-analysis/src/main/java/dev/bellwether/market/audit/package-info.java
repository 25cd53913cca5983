/// Audits of whatever is computed from bars.
@NullMarked
package dev.bellwether.market.audit;

import org.jspecify.annotations.NullMarked;
