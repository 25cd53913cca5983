@NullMarked
package dev.bellwether.faults.expression;

import org.jspecify.annotations.NullMarked;
