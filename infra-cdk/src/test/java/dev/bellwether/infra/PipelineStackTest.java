package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.infra.Templates.Declared;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PipelineStackTest {
    private final Templates templates = Templates.whole();

    @Test
    void functionsAreThoseOfTheDataContract() {
        assertThat(
                        templates.ofType("AWS::Lambda::Function").stream()
                                .map(function ->
                                        function.logicalId().replaceFirst("[0-9A-F]{8}$", "")
                                                + " "
                                                + function.text("/Handler")))
                .containsExactlyInAnyOrder(
                        "IngestAlphaVantage dev.bellwether.ingest.alphavantage.IngestAlphaVantageHandler",
                        "IngestYahoo dev.bellwether.ingest.yahoo.IngestYahooHandler",
                        "StreamProcessor dev.bellwether.stream.StreamProcessorHandler",
                        "TrendAlerts dev.bellwether.alerts.TrendAlertsHandler",
                        "AlertDigest dev.bellwether.alerts.AlertDigestHandler",
                        "TrainTrigger dev.bellwether.traintrigger.TrainTriggerHandler");
    }

    @Test
    void everyFunctionIsJava25OnArmAndLogsJsonForTwoWeeks() {
        assertThat(templates.ofType("AWS::Lambda::Function"))
                .allSatisfy(function -> {
                    assertThat(function.text("/Runtime")).isEqualTo("java25");
                    assertThat(function.at("/Architectures").toString()).isEqualTo("[\"arm64\"]");
                    assertThat(function.text("/LoggingConfig/LogFormat")).isEqualTo("JSON");
                    assertThat(templates.plain(function.at("/LoggingConfig/LogGroup")))
                            .isEqualTo("${" + name(function) + "Logs}");
                    assertThat(function.at("/MemorySize").asInt()).isBetween(512, 1024);
                });
        assertThat(templates.ofType("AWS::Logs::LogGroup"))
                .hasSize(8)
                .allSatisfy(group -> {
                    assertThat(group.at("/RetentionInDays").asInt()).isEqualTo(14);
                    assertThat(group.json().path("DeletionPolicy").asText()).isEqualTo("Delete");
                });
    }

    @Test
    void onlyTheWriterOfDailyBarsAndTheDigestAreKeptToOneAtATime() {
        assertThat(
                        templates.ofType("AWS::Lambda::Function").stream()
                                .filter(function ->
                                        function.at("/ReservedConcurrentExecutions").isInt())
                                .map(function ->
                                        name(function)
                                                + function.at("/ReservedConcurrentExecutions")))
                .containsExactlyInAnyOrder("IngestAlphaVantage1", "AlertDigest1");
    }

    @Test
    void schedulesSayNewYorksTimeToTheirTargets() {
        assertThat(templates.ofType("AWS::Scheduler::Schedule"))
                .hasSize(6)
                .allSatisfy(schedule -> {
                    assertThat(schedule.text("/ScheduleExpressionTimezone"))
                            .isEqualTo("America/New_York");
                    assertThat(schedule.text("/FlexibleTimeWindow/Mode")).isEqualTo("OFF");
                    assertThat(schedule.text("/Target/Input"))
                            .isEqualTo(
                                    schedule.text("/Name").equals("lake-etl")
                                            ? "{\"JobName\":\"bellwether-lake-etl\"}"
                                            : "{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}");
                });
        assertThat(
                        templates.ofType("AWS::Scheduler::Schedule").stream()
                                .map(schedule ->
                                        String.join(
                                                " | ",
                                                schedule.text("/Name"),
                                                schedule.text("/ScheduleExpression"),
                                                templates.plain(schedule.at("/Target/Arn")),
                                                schedule.at("/Target/RetryPolicy").toString())))
                .containsExactlyInAnyOrder(
                        "daily-bars | cron(0 0 * * ? *) | ${IngestAlphaVantage.Arn} | "
                                + "{\"MaximumEventAgeInSeconds\":3600,\"MaximumRetryAttempts\":10}",
                        "quotes | cron(* 9-16 ? * MON-FRI *) | ${IngestYahoo.Arn} | "
                                + "{\"MaximumEventAgeInSeconds\":60,\"MaximumRetryAttempts\":0}",
                        "quotes-half-minute | cron(* 9-16 ? * MON-FRI *) | ${HalfMinute.Arn} | "
                                + "{\"MaximumEventAgeInSeconds\":60,\"MaximumRetryAttempts\":0}",
                        "alert-digest | cron(5 * * * ? *) | ${AlertDigest.Arn} | "
                                + "{\"MaximumEventAgeInSeconds\":3600,\"MaximumRetryAttempts\":10}",
                        "lake-etl | cron(5 0 * * ? *) | arn:aws:scheduler:::aws-sdk:glue:startJobRun | "
                                + "{\"MaximumEventAgeInSeconds\":3600,\"MaximumRetryAttempts\":10}",
                        "training | cron(30 2 * * ? *) | ${TrainTrigger.Arn} | "
                                + "{\"MaximumEventAgeInSeconds\":3600,\"MaximumRetryAttempts\":10}");
    }

    @Test
    void pollsAreNeverRepeatedAndTheDaysTwoRunsAreTriedAgain() {
        assertThat(
                        templates.ofType("AWS::Lambda::EventInvokeConfig").stream()
                                .map(config ->
                                        templates.plain(config.at("/FunctionName"))
                                                + config.at("/MaximumRetryAttempts")
                                                + "x"
                                                + config.at("/MaximumEventAgeInSeconds")))
                .containsExactlyInAnyOrder(
                        "${IngestAlphaVantage}2x3600",
                        "${IngestYahoo}0x60",
                        "${AlertDigest}2x3600",
                        "${TrainTrigger}2x3600");
    }

    @Test
    void streamsAreReadFromTheirBeginningWithEveryFailureSettingOn() {
        for (String id : Set.of("QuotesToStreamProcessor", "MarketToTrendAlerts")) {
            Declared mapping = templates.only("AWS::Lambda::EventSourceMapping", id);

            assertThat(mapping.text("/StartingPosition")).isEqualTo("TRIM_HORIZON");
            assertThat(mapping.at("/BatchSize").asInt()).isEqualTo(500);
            assertThat(mapping.at("/FunctionResponseTypes").toString())
                    .isEqualTo("[\"ReportBatchItemFailures\"]");
            assertThat(mapping.at("/BisectBatchOnFunctionError").asBoolean()).isTrue();
            assertThat(mapping.at("/MaximumRetryAttempts").asInt()).isEqualTo(3);
            assertThat(mapping.at("/MaximumRecordAgeInSeconds").asInt()).isBetween(60, 86_400);
            assertThat(templates.plain(mapping.at("/DestinationConfig/OnFailure/Destination")))
                    .isEqualTo("${Failures.Arn}");
        }
    }

    @Test
    void quotesAreBatchedForAMinute() {
        Declared mapping =
                templates.only("AWS::Lambda::EventSourceMapping", "QuotesToStreamProcessor");

        assertThat(templates.plain(mapping.at("/EventSourceArn"))).isEqualTo("${Quotes.Arn}");
        assertThat(templates.plain(mapping.at("/FunctionName")))
                .isEqualTo("${StreamProcessor.Arn}");
        assertThat(mapping.at("/MaximumBatchingWindowInSeconds").asInt()).isEqualTo(60);
    }

    @Test
    void onlyNewAndChangedBarsAndAlertsReachTrendAlerts() {
        Declared mapping = templates.only("AWS::Lambda::EventSourceMapping", "MarketToTrendAlerts");

        assertThat(templates.plain(mapping.at("/EventSourceArn"))).isEqualTo("${Market.StreamArn}");
        assertThat(templates.plain(mapping.at("/FunctionName"))).isEqualTo("${TrendAlerts.Arn}");
        assertThat(mapping.at("/FilterCriteria/Filters")).hasSize(1);
        assertThat(mapping.text("/FilterCriteria/Filters/0/Pattern"))
                .isEqualTo(
                        "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":"
                                + "[{\"prefix\":\"bar#\"},{\"prefix\":\"sampled#\"},{\"prefix\":\"alert#\"}]}}}}");
    }

    @Test
    void theHalfMinuteIsADelayedMessageThatDiesRatherThanPilesUp() {
        Declared queue = templates.only("AWS::SQS::Queue", "HalfMinute");
        Declared mapping =
                templates.only("AWS::Lambda::EventSourceMapping", "HalfMinuteToIngestYahoo");
        Declared function = templates.only("AWS::Lambda::Function", "IngestYahoo");

        assertThat(queue.at("/DelaySeconds").asInt()).isEqualTo(30);
        assertThat(queue.at("/MessageRetentionPeriod").asInt()).isEqualTo(60);
        assertThat(queue.at("/VisibilityTimeout").asInt())
                .isEqualTo(60)
                // Lambda refuses a mapping whose function may run longer.
                .isGreaterThan(function.at("/Timeout").asInt());
        assertThat(mapping.at("/BatchSize").asInt()).isEqualTo(1);
        assertThat(templates.plain(mapping.at("/EventSourceArn"))).isEqualTo("${HalfMinute.Arn}");
        assertThat(templates.plain(mapping.at("/FunctionName"))).isEqualTo("${IngestYahoo.Arn}");
    }

    @Test
    void everyFunctionAndScheduleHasARoleOfItsOwn() {
        assertThat(
                        Stream.concat(
                                templates.ofType("AWS::Lambda::Function").stream()
                                        .map(function ->
                                                name(function)
                                                        + " "
                                                        + templates.plain(function.at("/Role"))),
                                templates.ofType("AWS::Scheduler::Schedule").stream()
                                        .map(schedule ->
                                                name(schedule)
                                                        + " "
                                                        + templates.plain(
                                                                schedule.at("/Target/RoleArn")))))
                .hasSize(12)
                .allMatch(taker -> taker.matches("(\\w+) \\$\\{\\1Role\\.Arn}"));
    }

    @Test
    void symbolsSchedulesAndTheKeysNameComeFromTheContext() {
        Templates chosen =
                Templates.synthesize(
                        PlaceholderHome.create(),
                        Map.of(
                                "symbols", "MSFT,BRK.B",
                                "dailySchedule", "cron(30 1 * * ? *)",
                                "quotesSchedule", "rate(5 minutes)",
                                "lakeStart", "2020-02-03",
                                "alphaVantageKeyParameter", "/team/prices/key",
                                "alphaVantageCallSpacingMillis", "800"));
        JsonNode environment =
                chosen.only("AWS::Lambda::Function", "IngestAlphaVantage")
                        .at("/Environment/Variables");

        assertThat(environment.path("SYMBOLS").asText()).isEqualTo("MSFT,BRK.B");
        assertThat(environment.path("ALPHAVANTAGE_KEY_PARAMETER").asText())
                .isEqualTo("/team/prices/key");
        assertThat(environment.path("ALPHAVANTAGE_CALL_SPACING_MILLIS").asText()).isEqualTo("800");
        assertThat(
                        chosen.ofType("AWS::Scheduler::Schedule").stream()
                                .map(schedule -> schedule.text("/ScheduleExpression"))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "cron(30 1 * * ? *)",
                        "rate(5 minutes)",
                        "cron(5 * * * ? *)",
                        "cron(5 0 * * ? *)");
        assertThat(chosen.template("BellwetherData").toString()).contains("2020-02-03,NOW+2DAYS");
        // No image, no address: no training, no subscription.
        assertThat(chosen.stacks()).containsExactly("BellwetherData", "BellwetherPipeline");
        assertThat(chosen.ofType("AWS::SNS::Subscription")).isEmpty();
    }

    @Test
    void bothAlertFunctionsAreToldHowToSend() {
        Templates chosen =
                Templates.synthesize(
                        PlaceholderHome.create(),
                        Map.of(
                                "delivery", "at-most-once",
                                "quietHours", "22:00-07:00",
                                "alertBudget", "5",
                                "webhook", "https://hooks.example.com/alerts",
                                "slackWebhookParameter", "/team/alerts/slack"));
        for (String id : Set.of("TrendAlerts", "AlertDigest")) {
            JsonNode environment =
                    chosen.only("AWS::Lambda::Function", id).at("/Environment/Variables");

            assertThat(environment.path("ALERT_DELIVERY").asText()).isEqualTo("at-most-once");
            assertThat(environment.path("ALERT_QUIET_HOURS").asText()).isEqualTo("22:00-07:00");
            assertThat(environment.path("ALERT_BUDGET").asText()).isEqualTo("5");
            assertThat(environment.path("ALERT_WEBHOOK").asText())
                    .isEqualTo("https://hooks.example.com/alerts");
            assertThat(environment.path("ALERT_WEBHOOK_SECRET_PARAMETER").asText())
                    .isEqualTo("/bellwether/alerts/webhook-secret");
            assertThat(environment.path("ALERT_SLACK_WEBHOOK_PARAMETER").asText())
                    .isEqualTo("/team/alerts/slack");
        }
        JsonNode standard =
                templates.only("AWS::Lambda::Function", "TrendAlerts").at("/Environment/Variables");
        assertThat(standard.path("ALERT_DELIVERY").asText()).isEqualTo("at-least-once");
        assertThat(standard.path("ALERT_BUDGET").asText()).isEqualTo("20");
        assertThat(standard.has("ALERT_QUIET_HOURS")).isFalse();
        assertThat(standard.has("ALERT_WEBHOOK_SECRET_PARAMETER")).isFalse();
    }

    private static String name(Declared declared) {
        return declared.logicalId().replaceFirst("[0-9A-F]{8}$", "");
    }
}
