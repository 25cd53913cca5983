package dev.bellwether.local.template;

import java.util.List;

/// A declared SNS topic and who is subscribed to it.
public record Topic(
        String stack,
        String logicalId,
        String name,
        String arn,
        List<Subscription> subscriptions) {}
