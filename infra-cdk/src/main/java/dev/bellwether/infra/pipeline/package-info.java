/// What works on the data: functions, what starts them, and what each may do.
@NullMarked
package dev.bellwether.infra.pipeline;

import org.jspecify.annotations.NullMarked;
