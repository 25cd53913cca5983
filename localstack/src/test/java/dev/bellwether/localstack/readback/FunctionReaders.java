package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.localstack.AwsClients;
import dev.bellwether.localstack.Deployment;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/// Functions, what starts them and where they log.
final class FunctionReaders {
    private final AwsClients clients;
    private final Assets assets;

    FunctionReaders(AwsClients clients, Assets assets) {
        this.clients = clients;
        this.assets = assets;
    }

    Map<String, Reader> byType() {
        return Map.of(
                "AWS::Lambda::Function", (resource, _) -> function(resource.physicalId()),
                "AWS::Lambda::EventSourceMapping", (resource, _) -> mapping(resource.physicalId()),
                "AWS::Lambda::EventInvokeConfig", (_, declared) -> invokeConfig(declared),
                "AWS::Logs::LogGroup", (resource, _) -> logGroup(resource.physicalId()),
                "AWS::Scheduler::Schedule", this::schedule,
                "AWS::Scheduler::ScheduleGroup", (resource, _) -> group(resource.physicalId()));
    }

    private JsonNode function(String name) {
        LambdaClient lambda = clients.lambda();
        GetFunctionResponse answer = lambda.getFunction(get -> get.functionName(name));
        ObjectNode function = SdkJson.of(answer.configuration());
        function.set("Tags", SdkJson.tags(answer.tags()));
        assets.keyOf(answer.configuration().codeSha256())
                .ifPresent(key -> {
                    ObjectNode code = function.putObject("Code").put("S3Key", key);
                    bucketWith(key).ifPresent(bucket -> code.put("S3Bucket", bucket));
                });
        function.setAll(SdkJson.of(lambda.getFunctionConcurrency(get -> get.functionName(name))));
        return function;
    }

    /// Lambda keeps a copy and does not tell where it came from; there is one bucket that has it.
    private Optional<String> bucketWith(String key) {
        S3Client s3 = clients.s3();
        return s3.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(bucket -> {
                    try {
                        s3.headObject(head -> head.bucket(bucket).key(key));
                        return true;
                    } catch (NoSuchKeyException e) {
                        return false;
                    }
                })
                .findFirst();
    }

    private JsonNode mapping(String id) {
        LambdaClient lambda = clients.lambda();
        ObjectNode mapping = SdkJson.of(lambda.getEventSourceMapping(get -> get.uuid(id)));
        mapping.set("FunctionName", mapping.path("FunctionArn"));
        mapping.put("Enabled", mapping.path("State").asText().matches("Enabled|Enabling|Creating"));
        String arn = mapping.path("EventSourceMappingArn").asText();
        mapping.set("Tags", SdkJson.tags(lambda.listTags(list -> list.resource(arn)).tags()));
        return mapping;
    }

    private JsonNode invokeConfig(JsonNode declared) {
        ObjectNode config =
                SdkJson.of(
                        clients.lambda()
                                .getFunctionEventInvokeConfig(get ->
                                        get.functionName(declared.path("FunctionName").asText())
                                                .qualifier(declared.path("Qualifier").asText())));
        // arn:aws:lambda:<region>:<account>:function:<name>:<qualifier>
        String[] parts = config.path("FunctionArn").asText().split(":");
        return config.put("FunctionName", parts[6]).put("Qualifier", parts[7]);
    }

    private JsonNode logGroup(String name) {
        CloudWatchLogsClient logs = clients.logs();
        LogGroup group =
                logs.describeLogGroups(get -> get.logGroupNamePrefix(name)).logGroups().stream()
                        .filter(found -> found.logGroupName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AbsentException("No log group " + name));
        ObjectNode read = SdkJson.object().put("LogGroupName", group.logGroupName());
        if (group.retentionInDays() != null) {
            read.put("RetentionInDays", group.retentionInDays());
        }
        read.set(
                "Tags",
                SdkJson.tags(
                        logs.listTagsForResource(list -> list.resourceArn(group.logGroupArn()))
                                .tags()));
        return read;
    }

    private JsonNode schedule(Deployment.Resource resource, JsonNode declared) {
        return SdkJson.of(
                clients.scheduler()
                        .getSchedule(get ->
                                get.name(resource.physicalId())
                                        .groupName(declared.path("GroupName").asText("default"))));
    }

    private JsonNode group(String name) {
        SchedulerClient scheduler = clients.scheduler();
        ObjectNode group = SdkJson.of(scheduler.getScheduleGroup(get -> get.name(name)));
        String arn = group.path("Arn").asText();
        group.set(
                "Tags",
                SdkJson.list(scheduler.listTagsForResource(list -> list.resourceArn(arn)).tags()));
        return group;
    }
}
