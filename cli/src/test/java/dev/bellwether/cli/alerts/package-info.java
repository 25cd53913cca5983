/// Tests of commands about alerts.
@NullMarked
package dev.bellwether.cli.alerts;

import org.jspecify.annotations.NullMarked;
