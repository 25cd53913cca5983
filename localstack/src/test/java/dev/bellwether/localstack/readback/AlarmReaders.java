package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.localstack.AwsClients;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// Rules of events, and alarms of metrics.
final class AlarmReaders {
    private final AwsClients clients;

    AlarmReaders(AwsClients clients) {
        this.clients = clients;
    }

    Map<String, Reader> byType() {
        return Map.of(
                "AWS::Events::Rule", (resource, _) -> rule(resource.physicalId()),
                "AWS::CloudWatch::Alarm", (resource, _) -> alarm(resource.physicalId()));
    }

    private JsonNode rule(String name) {
        EventBridgeClient events = clients.eventBridge();
        ObjectNode rule = SdkJson.of(events.describeRule(get -> get.name(name)));
        rule.set("EventPattern", SdkJson.parsed(rule.path("EventPattern").asText()));
        rule.set(
                "Targets",
                SdkJson.list(events.listTargetsByRule(list -> list.rule(name)).targets()));
        String arn = rule.path("Arn").asText();
        rule.set(
                "Tags",
                SdkJson.list(events.listTagsForResource(list -> list.resourceARN(arn)).tags()));
        return rule;
    }

    private JsonNode alarm(String name) {
        CloudWatchClient cloudWatch = clients.cloudWatch();
        MetricAlarm found =
                cloudWatch.describeAlarms(get -> get.alarmNames(name)).metricAlarms().stream()
                        .findFirst()
                        .orElseThrow(() -> new AbsentException("No alarm " + name));
        ObjectNode alarm = SdkJson.of(found);
        alarm.set(
                "Tags",
                SdkJson.list(
                        cloudWatch
                                .listTagsForResource(list -> list.resourceARN(found.alarmArn()))
                                .tags()));
        return alarm;
    }
}
