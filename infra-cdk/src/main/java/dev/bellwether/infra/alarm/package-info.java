/// What tells an operator that a night did not go well.
@NullMarked
package dev.bellwether.infra.alarm;

import org.jspecify.annotations.NullMarked;
