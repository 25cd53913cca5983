package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.schedule.Firing;
import dev.bellwether.local.schedule.Schedules;
import dev.bellwether.local.template.Bucket;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.template.GlueTable;
import dev.bellwether.local.template.LambdaFunction;
import dev.bellwether.local.template.LeftOut;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Subscription;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// local-aws runs what the app declares, without a second wiring.
final class LocalAwsReadsTheTemplateTest {
    private final Template template = Template.read(Templates.whole().folder());

    @Test
    void everyFunctionHasItsJarAndAnEnvironmentOfPlainValues() {
        assertThat(template.functions()).hasSize(6);
        for (LambdaFunction function : template.functions()) {
            assertThat(function.code()).exists();
            assertThat(function.environment().values()).noneMatch(value -> value.contains("${"));
        }
        assertThat(template.functionStartingWith("TrendAlerts").environment())
                .containsEntry("ALERT_TOPIC_ARN", template.topics().getFirst().arn())
                .containsEntry("MARKET_TABLE", template.tables().getFirst().name());
        assertThat(template.functionStartingWith("IngestYahoo").environment())
                .containsEntry("QUOTE_STREAM", template.streams().getFirst().name());
    }

    @Test
    void everyMappingReadsFromASourceOfTheTemplateIntoAFunctionOfIt() {
        assertThat(template.mappings()).hasSize(3);
        for (EventSourceMapping mapping : template.mappings()) {
            assertThat(template.function(mapping.functionName())).isNotNull();
            switch (mapping.source()) {
                case EventSource.KinesisStream(String name, _) ->
                        assertThat(name).isEqualTo(template.streams().getFirst().name());
                case EventSource.TableStream(String name, _) ->
                        assertThat(name).isEqualTo(template.tables().getFirst().name());
                case EventSource.SqsQueue(String name, _) ->
                        assertThat(name).isEqualTo(template.queues().getFirst().name());
            }
        }
        assertThat(template.mappings())
                .extracting(EventSourceMapping::onFailureArn)
                .filteredOn(Optional::isPresent)
                .allMatch(arn ->
                        template.buckets().stream().map(Bucket::arn).anyMatch(arn.get()::equals));
    }

    @Test
    void schedulesFireInNewYorksTime() {
        Schedules schedules = new Schedules(template.schedules());
        assertThat(
                        schedules.firings(
                                Instant.parse("2025-10-30T03:00:00Z"),
                                Instant.parse("2025-10-30T05:00:00Z")))
                .extracting(firing -> firing.schedule().name() + " " + firing.input(1))
                .containsExactly(
                        "alert-digest {\"scheduledTime\":\"2025-10-30T03:05:00Z\"}",
                        "daily-bars {\"scheduledTime\":\"2025-10-30T04:00:00Z\"}",
                        "alert-digest {\"scheduledTime\":\"2025-10-30T04:05:00Z\"}",
                        "lake-etl {\"JobName\":\"bellwether-lake-etl\"}");
        assertThat(
                        schedules.firings(
                                Instant.parse("2025-10-30T13:30:00Z"),
                                Instant.parse("2025-10-30T13:31:00Z")))
                .extracting(Firing::schedule)
                .extracting(schedule -> schedule.name())
                .containsExactly("quotes", "quotes-half-minute");
        assertThat(template.queues())
                .extracting(Queue::delay)
                .containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void subscriptionsAndTheLakesTablesAreThere() {
        assertThat(template.topics())
                .flatExtracting(Topic::subscriptions)
                .extracting(Subscription::protocol)
                .containsExactlyInAnyOrder("email", "sms", "email");
        assertThat(template.databases()).containsExactly("bellwether");
        assertThat(template.glueTables())
                .extracting(GlueTable::name)
                .contains("daily_bars", "quotes", "alerts", "predictions", "quarantine");
    }

    @Test
    void whatIsLeftOutHasAReason() {
        assertThat(template.leftOut())
                .isNotEmpty()
                .extracting(LeftOut::reason)
                .noneMatch(String::isBlank);
    }
}
