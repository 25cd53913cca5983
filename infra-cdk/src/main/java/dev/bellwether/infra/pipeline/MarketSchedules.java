package dev.bellwether.infra.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// Schedules in New York's time. Each tells its target the time it was meant for: functions know no
/// other clock.
public final class MarketSchedules {
    // Scheduler fills this in.
    // docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
    private static final String INPUT = "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}";

    private final Construct scope;
    private final CfnScheduleGroup group;

    /// Schedules of that group, declared in the scope.
    public MarketSchedules(Construct scope, CfnScheduleGroup group) {
        this.scope = scope;
        this.group = group;
    }

    /// How long a start that Scheduler could not deliver is tried again.
    public enum Delivery {
        /// Not at all: the next poll is at hand, and a late one would be about the past. (Without a
        /// policy Scheduler tries 185 times in a day, and replays an outage's polls after it.)
        NOW_OR_NEVER(0, 60),
        /// For an hour: the target does the same whenever it is started.
        WITHIN_AN_HOUR(10, 3600);

        private final int retries;
        private final int seconds;

        Delivery(int retries, int seconds) {
            this.retries = retries;
            this.seconds = seconds;
        }
    }

    /// Starts a function.
    public void start(
            String name, String id, String expression, Delivery delivery, IFunction function) {
        schedule(
                name, id, expression, delivery, function.getFunctionArn(), "lambda:InvokeFunction");
    }

    /// Puts a message on a queue.
    public void send(String name, String id, String expression, Delivery delivery, IQueue queue) {
        schedule(name, id, expression, delivery, queue.getQueueArn(), "sqs:SendMessage");
    }

    private void schedule(
            String name,
            String id,
            String expression,
            Delivery delivery,
            String targetArn,
            String action) {
        Role role =
                Role.Builder.create(scope, id + "Role")
                        .description("Schedule " + name)
                        .assumedBy(
                                ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                                        // Only our schedules: not whoever else uses Scheduler.
                                        .conditions(
                                                Map.of(
                                                        "StringEquals",
                                                        new TreeMap<>(
                                                                Map.of(
                                                                        "aws:SourceAccount",
                                                                        Aws.ACCOUNT_ID,
                                                                        "aws:SourceArn",
                                                                        group.getAttrArn()))))
                                        .build())
                        .inlinePolicies(
                                Map.of(
                                        "start",
                                        PolicyDocument.Builder.create()
                                                .statements(
                                                        List.of(
                                                                Rights.allow(
                                                                        List.of(action),
                                                                        targetArn)))
                                                .build()))
                        .build();
        CfnSchedule.Builder.create(scope, id)
                .name(name)
                .groupName(group.getRef())
                .scheduleExpression(expression)
                .scheduleExpressionTimezone("America/New_York")
                .flexibleTimeWindow(
                        CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(
                        CfnSchedule.TargetProperty.builder()
                                .arn(targetArn)
                                .roleArn(role.getRoleArn())
                                .input(INPUT)
                                .retryPolicy(
                                        CfnSchedule.RetryPolicyProperty.builder()
                                                .maximumRetryAttempts(delivery.retries)
                                                .maximumEventAgeInSeconds(delivery.seconds)
                                                .build())
                                .build())
                .build();
    }
}
