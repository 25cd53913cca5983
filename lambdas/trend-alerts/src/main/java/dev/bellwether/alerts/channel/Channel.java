package dev.bellwether.alerts.channel;

/// A way out, and how its marks begin on a row.
public enum Channel {
    /// The topic that e-mail and SMS are subscribed to.
    TOPIC("topic", ""),
    /// A webhook that is signed.
    WEBHOOK("webhook", "webhook_"),
    /// A Slack-compatible webhook.
    SLACK("slack", "slack_");

    private final String id;
    private final String markPrefix;

    Channel(String id, String markPrefix) {
        this.id = id;
        this.markPrefix = markPrefix;
    }

    /// The channel as it is written in answers and logs.
    public String id() {
        return id;
    }

    /// What its attributes begin with; nothing for the topic, whose mark is the oldest.
    public String markPrefix() {
        return markPrefix;
    }
}
