package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.localstack.AwsClients;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Roles, and policies of buckets, functions, topics and queues. A policy is no resource outside
/// CloudFormation: it is found at what it is for.
final class RightsReaders {
    private final AwsClients clients;

    RightsReaders(AwsClients clients) {
        this.clients = clients;
    }

    Map<String, Reader> byType() {
        return Map.of(
                "AWS::IAM::Role", (resource, _) -> role(resource.physicalId()),
                "AWS::Lambda::Permission", (_, declared) -> permission(declared),
                "AWS::S3::BucketPolicy", (_, declared) -> bucketPolicy(declared),
                "AWS::SNS::TopicPolicy",
                        (_, declared) -> policy(declared, "Topics", this::topicPolicy),
                "AWS::SQS::QueuePolicy",
                        (_, declared) -> policy(declared, "Queues", this::queuePolicy));
    }

    private JsonNode role(String name) {
        IamClient iam = clients.iam();
        ObjectNode role = SdkJson.of(iam.getRole(get -> get.roleName(name)).role());
        role.set(
                "AssumeRolePolicyDocument",
                document(role.path("AssumeRolePolicyDocument").asText()));
        ArrayNode policies = role.putArray("Policies");
        for (String policy : iam.listRolePolicies(list -> list.roleName(name)).policyNames()) {
            policies.addObject()
                    .put("PolicyName", policy)
                    .set(
                            "PolicyDocument",
                            document(
                                    iam.getRolePolicy(get -> get.roleName(name).policyName(policy))
                                            .policyDocument()));
        }
        return role;
    }

    private static JsonNode document(String encoded) {
        return SdkJson.parsed(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    /// A permission is a statement of the function's policy: the one for the declared source.
    private JsonNode permission(JsonNode declared) {
        String function = declared.path("FunctionName").asText();
        String source = declared.path("SourceArn").asText();
        JsonNode policy =
                SdkJson.parsed(
                        clients.lambda().getPolicy(get -> get.functionName(function)).policy());
        for (JsonNode statement : policy.path("Statement")) {
            String actual = statement.at("/Condition/ArnLike/AWS:SourceArn").asText();
            if (actual.equals(source)) {
                return SdkJson.object()
                        .put("SourceArn", actual)
                        .put("Action", statement.path("Action").asText())
                        .put("FunctionName", statement.path("Resource").asText())
                        .put("Principal", statement.at("/Principal/Service").asText());
            }
        }
        throw new AbsentException("No permission for " + source);
    }

    private JsonNode bucketPolicy(JsonNode declared) {
        String bucket = declared.path("Bucket").asText();
        return SdkJson.object()
                .put("Bucket", bucket)
                .set(
                        "PolicyDocument",
                        SdkJson.parsed(
                                clients.s3().getBucketPolicy(get -> get.bucket(bucket)).policy()));
    }

    private static JsonNode policy(
            JsonNode declared, String list, Function<String, Optional<String>> policyOf) {
        ObjectNode policy = SdkJson.object();
        ArrayNode having = policy.putArray(list);
        for (JsonNode subject : declared.path(list)) {
            policyOf.apply(subject.asText())
                    .ifPresent(document -> {
                        having.add(subject.asText());
                        policy.set("PolicyDocument", SdkJson.parsed(document));
                    });
        }
        return policy;
    }

    private Optional<String> topicPolicy(String arn) {
        return Optional.ofNullable(
                clients.sns()
                        .getTopicAttributes(get -> get.topicArn(arn))
                        .attributes()
                        .get("Policy"));
    }

    private Optional<String> queuePolicy(String url) {
        return Optional.ofNullable(
                clients.sqs()
                        .getQueueAttributes(get ->
                                get.queueUrl(url)
                                        .attributeNames(List.of(QueueAttributeName.POLICY)))
                        .attributesAsStrings()
                        .get("Policy"));
    }
}
