package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What keeps data: tables, streams, queues, buckets, topics, the data catalog and parameters.
final class StoreViews {
    private final List<Declared> declared;

    StoreViews(List<Declared> declared) {
        this.declared = declared;
    }

    List<Table> tables() {
        return declared.stream()
                .filter(resource ->
                        resource.type().equals("AWS::DynamoDB::Table")
                                || resource.type().equals("AWS::DynamoDB::GlobalTable"))
                .map(StoreViews::table)
                .toList();
    }

    private static Table table(Declared resource) {
        return new Table(
                resource.stack(),
                resource.logicalId(),
                resource.name(),
                resource.arn(),
                resource.property("KeySchema"),
                resource.property("AttributeDefinitions"),
                present(resource.property("GlobalSecondaryIndexes")),
                resource.find("StreamSpecification.StreamViewType"),
                resource.flag("TimeToLiveSpecification.Enabled")
                        ? resource.find("TimeToLiveSpecification.AttributeName")
                        : Optional.empty());
    }

    List<Stream> streams() {
        return of("AWS::Kinesis::Stream").stream()
                .map(resource ->
                        new Stream(
                                resource.stack(),
                                resource.logicalId(),
                                resource.name(),
                                resource.arn(),
                                resource.integer("ShardCount", 1)))
                .toList();
    }

    List<Queue> queues() {
        // Defaults:
        // docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
        return of("AWS::SQS::Queue").stream()
                .map(resource ->
                        new Queue(
                                resource.stack(),
                                resource.logicalId(),
                                resource.name(),
                                resource.arn(),
                                resource.seconds("DelaySeconds", 0),
                                resource.seconds("VisibilityTimeout", 30),
                                resource.seconds("MessageRetentionPeriod", 345_600),
                                present(resource.property("RedrivePolicy"))))
                .toList();
    }

    List<Bucket> buckets() {
        return of("AWS::S3::Bucket").stream().map(StoreViews::bucket).toList();
    }

    private static Bucket bucket(Declared resource) {
        if (!resource.property("NotificationConfiguration").isMissingNode()) {
            throw resource.place()
                    .at("NotificationConfiguration")
                    .error("asks for notifications, which are not sent here");
        }
        return new Bucket(resource.stack(), resource.logicalId(), resource.name(), resource.arn());
    }

    List<Topic> topics() {
        return of("AWS::SNS::Topic").stream().map(this::topic).toList();
    }

    private Topic topic(Declared resource) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (JsonNode inline : resource.property("Subscription")) {
            subscriptions.add(
                    new Subscription(
                            inline.path("Protocol").asText(),
                            inline.path("Endpoint").asText(),
                            Optional.empty(),
                            "MessageAttributes"));
        }
        for (Declared subscription : of("AWS::SNS::Subscription")) {
            if (subscription.text("TopicArn").equals(resource.arn())) {
                subscriptions.add(
                        new Subscription(
                                subscription.text("Protocol"),
                                subscription.text("Endpoint"),
                                present(subscription.property("FilterPolicy")),
                                subscription
                                        .find("FilterPolicyScope")
                                        .orElse("MessageAttributes")));
            }
        }
        return new Topic(
                resource.stack(),
                resource.logicalId(),
                resource.name(),
                resource.arn(),
                List.copyOf(subscriptions));
    }

    List<String> databases() {
        return of("AWS::Glue::Database").stream().map(Declared::name).toList();
    }

    List<GlueTable> glueTables() {
        return of("AWS::Glue::Table").stream()
                .map(resource ->
                        new GlueTable(
                                resource.stack(),
                                resource.logicalId(),
                                resource.text("DatabaseName"),
                                resource.name(),
                                resource.property("TableInput")))
                .toList();
    }

    List<Workgroup> workgroups() {
        return of("AWS::Athena::WorkGroup").stream()
                .map(resource ->
                        new Workgroup(
                                resource.stack(),
                                resource.logicalId(),
                                resource.name(),
                                resource.property("WorkGroupConfiguration")))
                .toList();
    }

    List<Parameter> parameters() {
        return of("AWS::SSM::Parameter").stream()
                .map(resource ->
                        new Parameter(
                                resource.stack(),
                                resource.logicalId(),
                                resource.name(),
                                resource.text("Type"),
                                resource.text("Value")))
                .toList();
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    private List<Declared> of(String type) {
        return declared.stream().filter(resource -> resource.type().equals(type)).toList();
    }
}
