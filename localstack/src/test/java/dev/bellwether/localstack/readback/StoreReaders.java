package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.localstack.AwsClients;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Buckets, tables, streams, topics and queues.
final class StoreReaders {
    private final AwsClients clients;

    StoreReaders(AwsClients clients) {
        this.clients = clients;
    }

    Map<String, Reader> byType() {
        return Map.of(
                "AWS::S3::Bucket", (resource, _) -> bucket(resource.physicalId()),
                "AWS::DynamoDB::Table", (resource, _) -> table(resource.physicalId()),
                "AWS::Kinesis::Stream", (resource, _) -> stream(resource.physicalId()),
                "AWS::SNS::Topic", (resource, _) -> topic(resource.physicalId()),
                "AWS::SNS::Subscription", (resource, _) -> subscription(resource.physicalId()),
                "AWS::SQS::Queue", (resource, _) -> queue(resource.physicalId()));
    }

    private JsonNode bucket(String name) {
        S3Client s3 = clients.s3();
        ObjectNode bucket = SdkJson.object();
        ArrayNode encryption =
                bucket.putObject("BucketEncryption").putArray("ServerSideEncryptionConfiguration");
        present(() -> s3.getBucketEncryption(get -> get.bucket(name)))
                .at("/ServerSideEncryptionConfiguration/Rules")
                .forEach(rule ->
                        encryption
                                .addObject()
                                .set(
                                        "ServerSideEncryptionByDefault",
                                        rule.path("ApplyServerSideEncryptionByDefault")));
        bucket.set(
                "VersioningConfiguration",
                present(() -> s3.getBucketVersioning(get -> get.bucket(name))));
        bucket.set(
                "PublicAccessBlockConfiguration",
                present(() -> s3.getPublicAccessBlock(get -> get.bucket(name)))
                        .path("PublicAccessBlockConfiguration"));
        bucket.set(
                "Tags", present(() -> s3.getBucketTagging(get -> get.bucket(name))).path("TagSet"));
        ArrayNode rules = bucket.putObject("LifecycleConfiguration").putArray("Rules");
        present(() -> s3.getBucketLifecycleConfiguration(get -> get.bucket(name)))
                .path("Rules")
                .forEach(rule -> rules.add(lifecycleRule((ObjectNode) rule)));
        return bucket;
    }

    private static ObjectNode lifecycleRule(ObjectNode rule) {
        rename(rule, "/ID", "Id");
        rename(rule, "/Expiration/Days", "ExpirationInDays");
        rename(rule, "/Filter/Prefix", "Prefix");
        return rule;
    }

    /// S3 has an error of its own for each configuration that a bucket does not have.
    private static JsonNode present(Supplier<SdkPojo> configuration) {
        try {
            return SdkJson.of(configuration.get());
        } catch (S3Exception e) {
            String code = e.awsErrorDetails().errorCode();
            if (code.equals("NoSuchLifecycleConfiguration")
                    || code.equals("ServerSideEncryptionConfigurationNotFoundError")
                    || code.equals("NoSuchPublicAccessBlockConfiguration")
                    || code.equals("NoSuchTagSet")) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }

    private JsonNode table(String name) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        ObjectNode table = SdkJson.of(dynamoDb.describeTable(get -> get.tableName(name)).table());
        rename(table, "/BillingModeSummary/BillingMode", "BillingMode");
        JsonNode expiry =
                SdkJson.of(
                        dynamoDb.describeTimeToLive(get -> get.tableName(name))
                                .timeToLiveDescription());
        ((ObjectNode)
                        table.putObject("TimeToLiveSpecification")
                                .set("AttributeName", expiry.path("AttributeName")))
                .put("Enabled", expiry.path("TimeToLiveStatus").asText().equals("ENABLED"));
        ObjectNode recovery =
                SdkJson.of(
                        dynamoDb.describeContinuousBackups(get -> get.tableName(name))
                                .continuousBackupsDescription()
                                .pointInTimeRecoveryDescription());
        recovery.put(
                "PointInTimeRecoveryEnabled",
                recovery.path("PointInTimeRecoveryStatus").asText().equals("ENABLED"));
        table.set("PointInTimeRecoverySpecification", recovery);
        String arn = table.path("TableArn").asText();
        table.set(
                "Tags",
                SdkJson.list(dynamoDb.listTagsOfResource(list -> list.resourceArn(arn)).tags()));
        return table;
    }

    private JsonNode stream(String name) {
        KinesisClient kinesis = clients.kinesis();
        ObjectNode stream =
                SdkJson.of(
                        kinesis.describeStreamSummary(get -> get.streamName(name))
                                .streamDescriptionSummary());
        rename(stream, "/OpenShardCount", "ShardCount");
        if (!stream.path("EncryptionType").asText("NONE").equals("NONE")) {
            stream.putObject("StreamEncryption")
                    .<ObjectNode>set("EncryptionType", stream.path("EncryptionType"))
                    .set("KeyId", stream.path("KeyId"));
        }
        stream.set(
                "Tags",
                SdkJson.list(kinesis.listTagsForStream(list -> list.streamName(name)).tags()));
        return stream;
    }

    private JsonNode topic(String arn) {
        SnsClient sns = clients.sns();
        ObjectNode topic = SdkJson.object();
        sns.getTopicAttributes(get -> get.topicArn(arn)).attributes().forEach(topic::put);
        topic.set(
                "Tags",
                SdkJson.list(sns.listTagsForResource(list -> list.resourceArn(arn)).tags()));
        return topic;
    }

    private JsonNode subscription(String arn) {
        ObjectNode subscription = SdkJson.object();
        clients.sns()
                .getSubscriptionAttributes(get -> get.subscriptionArn(arn))
                .attributes()
                .forEach(subscription::put);
        if (subscription.has("FilterPolicy")) {
            subscription.set(
                    "FilterPolicy", SdkJson.parsed(subscription.path("FilterPolicy").asText()));
        }
        return subscription;
    }

    private JsonNode queue(String url) {
        SqsClient sqs = clients.sqs();
        ObjectNode queue = SdkJson.object();
        sqs.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(List.of(QueueAttributeName.ALL)))
                .attributesAsStrings()
                .forEach(queue::put);
        if (queue.has("RedrivePolicy")) {
            queue.set("RedrivePolicy", SdkJson.parsed(queue.path("RedrivePolicy").asText()));
        }
        queue.set("Tags", SdkJson.tags(sqs.listQueueTags(list -> list.queueUrl(url)).tags()));
        return queue;
    }

    private static void rename(ObjectNode node, String pointer, String name) {
        JsonNode value = node.at(pointer);
        if (!value.isMissingNode()) {
            node.set(name, value);
        }
    }
}
