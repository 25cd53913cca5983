package dev.bellwether.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.mapping.EventPattern;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.EventRule;
import dev.bellwether.local.template.RuleTarget;
import dev.bellwether.local.template.RuleTarget.Input;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// EventBridge's default bus: tells each event to the targets of the rules that it matches.
///
/// Functions and topics are called. EventBridge delivers at least once; here it is once.
public final class EventBus implements AutoCloseable {
    /// What rules call.
    public interface Targets {
        /// Starts an asynchronous invocation.
        void invoke(EventRule rule, String functionArn, String event, Instant time);

        void publish(EventRule rule, String topicArn, String message, Instant time);
    }

    private record Delivery(RuleTarget target, Function<JsonNode, String> input) {}

    private record Listening(EventRule rule, EventPattern pattern, List<Delivery> deliveries) {}

    private final List<Listening> rules = new ArrayList<>();
    private final Targets targets;
    private volatile boolean closed;

    /// @throws TemplateException if a rule calls or reads what is not acted out here
    public EventBus(Template template, Targets targets) {
        this.targets = targets;
        template.eventRules().forEach(rule -> rules.add(listening(template, rule)));
    }

    private static Listening listening(Template template, EventRule rule) {
        List<Delivery> deliveries = new ArrayList<>();
        for (RuleTarget target : rule.targets()) {
            requireKnown(template, rule, target.arn());
            deliveries.add(new Delivery(target, input(rule, target.input())));
        }
        try {
            return new Listening(rule, EventPattern.of(rule.pattern()), List.copyOf(deliveries));
        } catch (IllegalArgumentException e) {
            throw new TemplateException(
                    "Rule %s: %s".formatted(rule.logicalId(), e.getMessage()), e);
        }
    }

    private static void requireKnown(Template template, EventRule rule, String arn) {
        switch (Arn.parse(arn).service()) {
            case "lambda" -> template.function(arn);
            case "sns" -> {
                if (template.topics().stream().noneMatch(topic -> topic.arn().equals(arn))) {
                    throw new TemplateException(
                            "Rule %s tells topic %s, which the template does not declare"
                                    .formatted(rule.logicalId(), arn));
                }
            }
            default ->
                    throw new TemplateException(
                            "Rule %s targets %s, but only functions and topics are acted out here"
                                    .formatted(rule.logicalId(), arn));
        }
    }

    private static Function<JsonNode, String> input(EventRule rule, Input input) {
        return switch (input) {
            case Input.WholeEvent _ -> Json::text;
            case Input.Constant(String text) -> _ -> text;
            case Input.Transformed transformed -> new InputTemplate(rule, transformed)::of;
        };
    }

    /// Returns when invocations have begun and messages are published. After the bus is closed,
    /// nothing is told: a job that ends with the run would not end so on AWS.
    ///
    /// @param time of the event
    public void put(JsonNode event, Instant time) {
        if (closed) {
            return;
        }
        for (Listening listening : rules) {
            if (listening.rule().enabled() && listening.pattern().matches(event)) {
                listening
                        .deliveries()
                        .forEach(delivery -> deliver(listening.rule(), delivery, event, time));
            }
        }
    }

    private void deliver(EventRule rule, Delivery delivery, JsonNode event, Instant time) {
        String arn = delivery.target().arn();
        String input = delivery.input().apply(event);
        if (Arn.parse(arn).service().equals("lambda")) {
            targets.invoke(rule, arn, input, time);
        } else {
            targets.publish(rule, arn, input, time);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
