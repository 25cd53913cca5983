@NullMarked
package dev.bellwether.lake.action;

import org.jspecify.annotations.NullMarked;
