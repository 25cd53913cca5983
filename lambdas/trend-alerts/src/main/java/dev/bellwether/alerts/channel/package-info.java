/// The ways out: a topic for e-mail and SMS, a webhook, a Slack-compatible webhook.
@NullMarked
package dev.bellwether.alerts.channel;

import org.jspecify.annotations.NullMarked;
