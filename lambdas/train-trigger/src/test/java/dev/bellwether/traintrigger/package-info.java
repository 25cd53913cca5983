/// Tests of the train trigger.
@NullMarked
package dev.bellwether.traintrigger;

import org.jspecify.annotations.NullMarked;
