package dev.bellwether.infra;

import dev.bellwether.infra.pipeline.MarketSchedules;
import dev.bellwether.infra.pipeline.MarketSchedules.Delivery;
import dev.bellwether.infra.pipeline.PipelineFunction;
import dev.bellwether.infra.pipeline.Rights;
import dev.bellwether.infra.pipeline.StreamTrigger;
import dev.bellwether.infra.settings.AlertSettings;
import dev.bellwether.infra.settings.Home;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Function;

/// What makes alerts and sends them: one function on the table's stream, one for what it held.
///
/// @param stack which they are in
record AlertFunctions(Stack stack, Home home, DataStack data, AlertSettings settings) {
    private static final String MODULE = "trend-alerts";

    /// Adds both to the stack.
    void create(MarketSchedules schedules) {
        trendAlerts();
        schedules.start(
                "alert-digest",
                "AlertDigestSchedule",
                // Five past: what an hour brought is there by then.
                "cron(5 * * * ? *)",
                Delivery.WITHIN_AN_HOUR,
                alertDigest());
    }

    private void trendAlerts() {
        PipelineFunction described =
                new PipelineFunction(
                                "TrendAlerts",
                                MODULE,
                                "dev.bellwether.alerts.TrendAlertsHandler",
                                "Crossovers of daily bars into alerts")
                        .memory(512)
                        .timeout(Duration.seconds(60))
                        .with("LAKE_BUCKET", data.lake().getBucketName())
                        .may(Rights.writeObjects(data.lake(), "alerts/", "quarantine/"))
                        .may(
                                Rights.items(
                                        data.market(), "Query", "GetItem", "PutItem", "UpdateItem"))
                        .may(StreamTrigger.rightsOfTable(data.market(), data.failures()));
        Function function = sending(described).create(stack, home);
        StreamTrigger.ofTable(
                stack, "MarketToTrendAlerts", function, data.market(), data.failures());
    }

    private Function alertDigest() {
        PipelineFunction described =
                new PipelineFunction(
                                "AlertDigest",
                                MODULE,
                                "dev.bellwether.alerts.AlertDigestHandler",
                                "Held alerts into one message, and test messages")
                        .memory(512)
                        .timeout(Duration.seconds(60))
                        // Two at a time would send the same digest twice.
                        .oneAtATime()
                        .retried(2, Duration.hours(1))
                        .may(
                                Rights.items(
                                        data.market(),
                                        "Query",
                                        "GetItem",
                                        "PutItem",
                                        "UpdateItem",
                                        "DeleteItem"));
        return sending(described).create(stack, home);
    }

    /// What both need to send messages.
    private PipelineFunction sending(PipelineFunction function) {
        function.with("MARKET_TABLE", data.market().getTableName())
                .with("ALERT_TOPIC_ARN", data.alerts().getTopicArn())
                .with("ALERT_DELIVERY", settings.delivery())
                .with("ALERT_QUIET_HOURS", settings.quietHours())
                .with("ALERT_BUDGET", settings.budget())
                .with("ALERT_WEBHOOK", settings.webhook())
                .with("ALERT_WEBHOOK_SECRET_PARAMETER", settings.webhookSecretParameter())
                .with("ALERT_SLACK_WEBHOOK_PARAMETER", settings.slackWebhookParameter())
                .may(Rights.publish(data.alerts()));
        settings.webhookSecretParameter()
                .ifPresent(name -> function.may(Rights.readParameter(stack, name)));
        settings.slackWebhookParameter()
                .ifPresent(name -> function.may(Rights.readParameter(stack, name)));
        return function;
    }
}
