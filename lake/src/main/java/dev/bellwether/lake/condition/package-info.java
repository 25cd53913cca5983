/// How far the data of a day can be trusted.
@NullMarked
package dev.bellwether.lake.condition;

import org.jspecify.annotations.NullMarked;
