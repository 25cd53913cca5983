package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions and what starts them.
final class FunctionViews {
    private final List<Declared> declared;

    FunctionViews(List<Declared> declared) {
        this.declared = declared;
    }

    List<LambdaFunction> functions() {
        return of("AWS::Lambda::Function").stream().map(this::function).toList();
    }

    private LambdaFunction function(Declared resource) {
        if (!resource.property("Layers").isMissingNode()) {
            throw resource.place().at("Layers").error("names layers, which are not run here");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        resource.property("Environment.Variables")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        // Defaults: docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
        return new LambdaFunction(
                resource.stack(),
                resource.logicalId(),
                resource.name(),
                resource.arn(),
                resource.text("Handler"),
                resource.text("Runtime"),
                resource.integer("MemorySize", 128),
                resource.seconds("Timeout", 3),
                Map.copyOf(environment),
                code(resource),
                resource.findInteger("ReservedConcurrentExecutions"),
                resource.text("Role"),
                asyncInvocation(resource.name()));
    }

    private static Path code(Declared resource) {
        String key = resource.text("Code.S3Key");
        Path asset = resource.place().stack().assets().get(key);
        if (asset == null) {
            throw resource.place()
                    .at("Code.S3Key")
                    .error("names %s, which is no file asset of the stack", key);
        }
        return asset;
    }

    private AsyncInvocation asyncInvocation(String functionName) {
        return of("AWS::Lambda::EventInvokeConfig").stream()
                .filter(config ->
                        LambdaFunction.nameOf(config.text("FunctionName")).equals(functionName))
                .map(config ->
                        new AsyncInvocation(
                                config.integer("MaximumRetryAttempts", 2),
                                config.seconds("MaximumEventAgeInSeconds", 21_600),
                                config.find("DestinationConfig.OnFailure.Destination")))
                .findFirst()
                .orElse(AsyncInvocation.DEFAULT);
    }

    List<EventSourceMapping> mappings() {
        return of("AWS::Lambda::EventSourceMapping").stream().map(FunctionViews::mapping).toList();
    }

    private static EventSourceMapping mapping(Declared resource) {
        refuse(
                resource,
                "TumblingWindowInSeconds",
                "StartingPositionTimestamp",
                "ScalingConfig.MinimumConcurrency");
        EventSource source = source(resource);
        boolean queue = source instanceof EventSource.SqsQueue;
        int age = resource.integer("MaximumRecordAgeInSeconds", -1);
        List<JsonNode> filters = new ArrayList<>();
        for (JsonNode filter : resource.property("FilterCriteria.Filters")) {
            filters.add(Json.parse(filter.path("Pattern").asText()));
        }
        boolean batchItemFailures =
                resource.property("FunctionResponseTypes")
                        .valueStream()
                        .anyMatch(type -> type.asText().equals("ReportBatchItemFailures"));
        return new EventSourceMapping(
                resource.stack(),
                resource.logicalId(),
                LambdaFunction.nameOf(resource.text("FunctionName")),
                source,
                !resource.find("Enabled").equals(Optional.of("false")),
                resource.integer("BatchSize", queue ? 10 : 100),
                resource.seconds("MaximumBatchingWindowInSeconds", 0),
                queue ? "" : resource.text("StartingPosition"),
                resource.integer("MaximumRetryAttempts", -1),
                age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
                resource.flag("BisectBatchOnFunctionError"),
                batchItemFailures,
                resource.integer("ParallelizationFactor", 1),
                resource.find("DestinationConfig.OnFailure.Destination"),
                List.copyOf(filters),
                resource.findInteger("ScalingConfig.MaximumConcurrency"));
    }

    private static EventSource source(Declared resource) {
        String text = resource.text("EventSourceArn");
        Arn arn = Arn.parse(text);
        return switch (arn.service()) {
            case "kinesis" -> new EventSource.KinesisStream(arn.name(), text);
            case "dynamodb" -> new EventSource.TableStream(arn.name(), text);
            case "sqs" -> new EventSource.SqsQueue(arn.name(), text);
            default ->
                    throw resource.place()
                            .at("EventSourceArn")
                            .error("reads from %s, which is no source here", text);
        };
    }

    List<Schedule> schedules() {
        return of("AWS::Scheduler::Schedule").stream().map(FunctionViews::schedule).toList();
    }

    private static Schedule schedule(Declared resource) {
        refuse(resource, "StartDate", "EndDate");
        // Defaults: docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html
        return new Schedule(
                resource.stack(),
                resource.logicalId(),
                resource.name(),
                Arn.local(
                                "scheduler",
                                "schedule/%s/%s"
                                        .formatted(
                                                resource.find("GroupName").orElse("default"),
                                                resource.name()))
                        .toString(),
                resource.text("ScheduleExpression"),
                resource.find("ScheduleExpressionTimezone").orElse("UTC"),
                !resource.find("State").equals(Optional.of("DISABLED")),
                resource.text("Target.Arn"),
                resource.find("Target.Input").orElse("{}"),
                resource.integer("Target.RetryPolicy.MaximumRetryAttempts", 185),
                resource.seconds("Target.RetryPolicy.MaximumEventAgeInSeconds", 86_400),
                resource.find("Target.DeadLetterConfig.Arn"));
    }

    private static void refuse(Declared resource, String... properties) {
        for (String property : properties) {
            if (!resource.property(property).isMissingNode()) {
                throw resource.place().at(property).error("is set, but is not acted out here");
            }
        }
    }

    private List<Declared> of(String type) {
        return declared.stream().filter(resource -> resource.type().equals(type)).toList();
    }
}
