/// Alerts: those that were recorded, why they fired and how they are sent; and what a rule would
/// have sent, and whether that would have helped.
@NullMarked
package dev.bellwether.cli.alerts;

import org.jspecify.annotations.NullMarked;
