@NullMarked
package dev.bellwether.cli.alerts;

import org.jspecify.annotations.NullMarked;
