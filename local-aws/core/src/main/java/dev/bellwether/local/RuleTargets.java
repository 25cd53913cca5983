package dev.bellwether.local;

import dev.bellwether.local.endpoint.SnsTopics;
import dev.bellwether.local.event.EventBus;
import dev.bellwether.local.template.EventRule;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The functions and topics that rules call.
record RuleTargets(
        Template template, FunctionEvents functions, SnsTopics topics, RunListener listener)
        implements EventBus.Targets {
    @Override
    public void invoke(EventRule rule, String functionArn, String event, Instant time) {
        functions.start(
                rule.name(),
                time,
                template.function(functionArn),
                event.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void publish(EventRule rule, String topicArn, String message, Instant time) {
        topics.publish(topicArn, message);
        String topic =
                template.topics().stream()
                        .filter(declared -> declared.arn().equals(topicArn))
                        .map(Topic::logicalId)
                        .findFirst()
                        .orElse(topicArn);
        listener.accept(new RunEvent.Told(time, rule.name(), topic, message));
    }
}
