/// When EventBridge Scheduler would fire a template's schedules, and what their targets would get.
@NullMarked
package dev.bellwether.local.schedule;

import org.jspecify.annotations.NullMarked;
