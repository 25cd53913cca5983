@NullMarked
package dev.bellwether.cli.cases;

import org.jspecify.annotations.NullMarked;
