package dev.bellwether.infra.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
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

    // docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
    private static final String GLUE = "arn:aws:scheduler:::aws-sdk:glue:";

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

    /// Starts a run of a Glue job.
    public void startJob(String name, String id, String expression, Delivery delivery, String job) {
        schedule(
                name,
                id,
                expression,
                delivery,
                new Target(
                        GLUE + "startJobRun",
                        "{\"JobName\":\"%s\"}".formatted(job),
                        Rights.allow(List.of("glue:StartJobRun"), glueArn("job", job))));
    }

    /// Starts a crawler of Glue.
    public void startCrawler(
            String name, String id, String expression, Delivery delivery, String crawler) {
        schedule(
                name,
                id,
                expression,
                delivery,
                new Target(
                        GLUE + "startCrawler",
                        "{\"Name\":\"%s\"}".formatted(crawler),
                        Rights.allow(List.of("glue:StartCrawler"), glueArn("crawler", crawler))));
    }

    private String glueArn(String resource, String name) {
        return Stack.of(scope)
                .formatArn(
                        ArnComponents.builder()
                                .service("glue")
                                .resource(resource)
                                .resourceName(name)
                                .build());
    }

    /// What a schedule starts.
    ///
    /// @param right what its role may do
    private record Target(String arn, String input, PolicyStatement right) {}

    private void schedule(
            String name,
            String id,
            String expression,
            Delivery delivery,
            String targetArn,
            String action) {
        schedule(
                name,
                id,
                expression,
                delivery,
                new Target(targetArn, INPUT, Rights.allow(List.of(action), targetArn)));
    }

    private void schedule(
            String name, String id, String expression, Delivery delivery, Target target) {
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
                                                .statements(List.of(target.right()))
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
                                .arn(target.arn())
                                .roleArn(role.getRoleArn())
                                .input(target.input())
                                .retryPolicy(
                                        CfnSchedule.RetryPolicyProperty.builder()
                                                .maximumRetryAttempts(delivery.retries)
                                                .maximumEventAgeInSeconds(delivery.seconds)
                                                .build())
                                .build())
                .build();
    }
}
