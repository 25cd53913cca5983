@NullMarked
package dev.bellwether.faults.aws;

import org.jspecify.annotations.NullMarked;
