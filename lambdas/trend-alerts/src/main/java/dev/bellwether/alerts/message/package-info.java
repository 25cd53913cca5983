/// What people and programs are told of an alert, as texts. Knows no AWS and no HTTP.
@NullMarked
package dev.bellwether.alerts.message;

import org.jspecify.annotations.NullMarked;
