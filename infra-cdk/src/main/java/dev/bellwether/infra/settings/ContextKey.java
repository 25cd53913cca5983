package dev.bellwether.infra.settings;

/// A key of the CDK's context that this app knows: `cdk deploy -c <key>=<value>`.
public enum ContextKey {
    /// The symbols to follow.
    SYMBOLS("symbols", "AAPL,AMZN,META,NFLX,GOOGL,NVDA", "AAPL,MSFT", "comma-separated"),
    /// Addresses that alerts are sent to.
    EMAIL("email", "", "you@example.com", "addresses of alerts, comma-separated"),
    /// Telephone numbers that alerts are sent to.
    PHONE(
            "phone",
            "",
            "+12025550123",
            "SMS numbers of alerts in E.164 form, comma-separated; with sms=on only"),
    /// Whether short messages are sent, which cost money each.
    SMS("sms", "off", "on", "on or off; on sends alerts to 'phone', at a price a message"),
    /// Which alerts the addresses and numbers get.
    ALERT_FILTER(
            "alertFilter",
            "",
            "severity=warning|critical;symbol=AAPL|MSFT;direction=up",
            "which alerts 'email' and 'phone' get"),
    /// What a crash while a message is sent may cost.
    DELIVERY(
            "delivery",
            "at-least-once",
            "at-most-once",
            "at-least-once may repeat an alert's message after a crash, at-most-once may lose it"),
    /// When nobody is told anything that can wait.
    QUIET_HOURS(
            "quietHours",
            "",
            "22:00-07:00",
            "New York hours in which alerts below critical wait for a digest"),
    /// How many messages a day are not held for a digest.
    ALERT_BUDGET("alertBudget", "20", "messages a New York day; what is more waits for a digest"),
    /// A program that gets alerts.
    WEBHOOK(
            "webhook",
            "",
            "https://hooks.example.com/alerts",
            "https:// address of a program that gets alerts as signed JSON"),
    /// Where the secret is that signs them.
    WEBHOOK_SECRET_PARAMETER(
            "webhookSecretParameter",
            "/bellwether/alerts/webhook-secret",
            "name of the SSM parameter with the webhook's secret, never the secret"),
    /// Where the address of Slack's webhook is, which is a secret itself.
    SLACK_WEBHOOK_PARAMETER(
            "slackWebhookParameter",
            "",
            "/bellwether/alerts/slack-webhook",
            "name of the SSM parameter with the address of a Slack-compatible webhook"),
    /// When daily bars are fetched.
    DAILY_SCHEDULE("dailySchedule", "cron(0 0 * * ? *)", "start of the daily ingest, New York"),
    /// When quotes are polled.
    QUOTES_SCHEDULE("quotesSchedule", "cron(* 9-16 ? * MON-FRI *)", "polls of quotes, New York"),
    /// How long quotes are gathered for a batch.
    QUOTES_WINDOW_SECONDS(
            "quotesWindowSeconds",
            "60",
            "seconds that quotes are gathered for a batch: fewer objects, or earlier alerts"),
    /// When it is looked whether the day's training was started.
    TRAINING_SCHEDULE(
            "trainingSchedule",
            "cron(30 2 * * ? *)",
            "when training is started that the end of the lake's job did not start, New York"),
    /// What runs the training job.
    TRAINING_BACKEND(
            "trainingBackend",
            "sagemaker",
            "function",
            "sagemaker or function; what runs the training job"),
    /// What SageMaker runs; without it nothing of training is deployed but with a function.
    TRAINING_IMAGE(
            "trainingImage",
            "",
            "<account>.dkr.ecr.<region>.amazonaws.com/bellwether-training:1",
            "image of the training job; without it there is no training on SageMaker"),
    /// What the training job runs on.
    TRAINING_INSTANCE_TYPE("trainingInstanceType", "ml.m5.large", "machine of the training job"),
    /// When the curated tables are made.
    ETL_SCHEDULE("etlSchedule", "cron(5 0 * * ? *)", "start of the lake's Spark job, New York"),
    /// How many machines make them.
    ETL_WORKERS("etlWorkers", "2", "G.1X workers of the lake's Spark job, at least 2"),
    /// Whether a crawler describes them too.
    CRAWLER("crawler", "false", "true", "true or false; true adds a crawler over curated/"),
    /// First day of the lake's partitions.
    LAKE_START("lakeStart", "2025-01-01", "first day that the lake's partitioned tables show"),
    /// Last day of the lake's partitions.
    LAKE_END("lakeEnd", "NOW+2DAYS", "last day that the lake's partitioned tables show"),
    /// Where the function finds Alpha Vantage's key.
    ALPHA_VANTAGE_KEY_PARAMETER(
            "alphaVantageKeyParameter",
            "/bellwether/alphavantage/api-key",
            "name of the SSM parameter with the key, never the key"),
    /// The pace that Alpha Vantage allows.
    ALPHA_VANTAGE_CALL_SPACING_MILLIS(
            "alphaVantageCallSpacingMillis", "1100", "least milliseconds between two calls"),
    /// Where Alpha Vantage is asked instead.
    ALPHA_VANTAGE_ENDPOINT(
            "alphaVantageEndpoint", "", "https://prices.example.com", "another base URL of it"),
    /// Where Yahoo is asked instead.
    YAHOO_ENDPOINT("yahooEndpoint", "", "https://quotes.example.com", "another base URL of it"),
    /// Where SageMaker is asked instead.
    SAGEMAKER_ENDPOINT(
            "sageMakerEndpoint",
            "",
            "https://vpce-1.api.sagemaker.us-east-1.vpce.amazonaws.com",
            "another base URL of it, such as a VPC endpoint");

    private final String key;
    private final String standard;
    private final String example;
    private final String meaning;

    ContextKey(String key, String standard, String meaning) {
        this(key, standard, standard, meaning);
    }

    ContextKey(String key, String standard, String example, String meaning) {
        this.key = key;
        this.standard = standard;
        this.example = example;
        this.meaning = meaning;
    }

    /// The key as it is written after `-c`.
    public String key() {
        return key;
    }

    /// The value when none is given; empty for none.
    String standard() {
        return standard;
    }

    /// A value that would do.
    String example() {
        return example;
    }

    String help() {
        return "  -c \"%s=%s\"  (%s)".formatted(key, example, meaning);
    }
}
