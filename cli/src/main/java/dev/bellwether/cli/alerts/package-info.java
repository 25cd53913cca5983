/// The alerts that were recorded, why they fired, and the way they are sent.
@NullMarked
package dev.bellwether.cli.alerts;

import org.jspecify.annotations.NullMarked;
