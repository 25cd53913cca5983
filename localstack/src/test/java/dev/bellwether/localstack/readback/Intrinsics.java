package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bellwether.localstack.AwsClients;
import dev.bellwether.localstack.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Intrinsic functions of deployed templates, with the values that they have on AWS: physical ids
/// come from the deployment, ARNs are put together as AWS documents them.
final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    private record Export(String stack, JsonNode value) {}

    private final Map<String, Deployment.Resource> resources = new HashMap<>();
    private final Map<String, Export> exports = new HashMap<>();
    private final Function<String, String> streamArnOfTable;

    /// @param streamArnOfTable tells the ARN of a table's stream, the end of which the service
    ///   chooses
    Intrinsics(Deployment deployment, Function<String, String> streamArnOfTable) {
        this.streamArnOfTable = streamArnOfTable;
        deployment
                .resources()
                .forEach(resource ->
                        resources.put(resource.stack() + "/" + resource.logicalId(), resource));
        for (String stack : deployment.stacks()) {
            for (JsonNode output : deployment.template(stack).path("Outputs")) {
                exports.put(
                        output.at("/Export/Name").asText(),
                        new Export(stack, output.path("Value")));
            }
        }
    }

    static boolean isOne(JsonNode value) {
        return value.isObject()
                && value.size() == 1
                && value.properties().stream()
                        .map(Map.Entry::getKey)
                        .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    /// A value of a stack's template with nothing left to be computed.
    JsonNode resolved(String stack, JsonNode value) {
        if (isOne(value)) {
            Map.Entry<String, JsonNode> only = value.properties().iterator().next();
            return TextNode.valueOf(text(stack, only.getKey(), only.getValue()));
        }
        if (value.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> elements.add(resolved(stack, element)));
            return elements;
        }
        if (value.isObject()) {
            ObjectNode parts = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(part -> parts.set(part.getKey(), resolved(stack, part.getValue())));
            return parts;
        }
        return value;
    }

    private String text(String stack, String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> reference(stack, argument.asText());
            case "Fn::GetAtt" ->
                    attribute(stack, argument.path(0).asText(), argument.path(1).asText());
            case "Fn::Join" -> {
                StringBuilder joined = new StringBuilder();
                for (JsonNode part : argument.path(1)) {
                    joined.append(joined.isEmpty() ? "" : argument.path(0).asText())
                            .append(resolved(stack, part).asText());
                }
                yield joined.toString();
            }
            case "Fn::ImportValue" -> {
                Export export = exports.get(resolved(stack, argument).asText());
                if (export == null) {
                    throw new IllegalArgumentException("Nobody exports " + argument);
                }
                yield resolved(export.stack(), export.value()).asText();
            }
            case "Fn::Sub" -> {
                Matcher variables = VARIABLE.matcher(argument.asText());
                yield variables.replaceAll(
                        variable -> Matcher.quoteReplacement(reference(stack, variable.group(1))));
            }
            default -> throw new IllegalArgumentException(function + " is not known here");
        };
    }

    private String reference(String stack, String name) {
        return switch (name) {
            case "AWS::AccountId" -> AwsClients.ACCOUNT;
            case "AWS::Region" -> AwsClients.REGION;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> resource(stack, name).physicalId();
        };
    }

    private Deployment.Resource resource(String stack, String logicalId) {
        Deployment.Resource resource = resources.get(stack + "/" + logicalId);
        if (resource == null) {
            throw new IllegalArgumentException(stack + " has no resource " + logicalId);
        }
        return resource;
    }

    // See "Return values" of each type:
    // docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
    private String attribute(String stack, String logicalId, String attribute) {
        Deployment.Resource resource = resource(stack, logicalId);
        String id = resource.physicalId();
        return switch (resource.type() + "." + attribute) {
            case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + id);
            case "AWS::DynamoDB::Table.StreamArn" -> streamArnOfTable.apply(id);
            case "AWS::Events::Rule.Arn" -> arn("events", "rule/" + id);
            case "AWS::IAM::Role.Arn" ->
                    "arn:aws:iam::%s:role/%s".formatted(AwsClients.ACCOUNT, id);
            case "AWS::Kinesis::Stream.Arn" -> arn("kinesis", "stream/" + id);
            case "AWS::Lambda::Function.Arn" -> arn("lambda", "function:" + id);
            case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:" + id + ":*");
            case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + id;
            case "AWS::SQS::Queue.Arn" -> arn("sqs", id.substring(id.lastIndexOf('/') + 1));
            case "AWS::Scheduler::ScheduleGroup.Arn" -> arn("scheduler", "schedule-group/" + id);
            default ->
                    throw new IllegalArgumentException(
                            "%s of %s is not known here".formatted(attribute, resource.type()));
        };
    }

    private static String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s"
                .formatted(service, AwsClients.REGION, AwsClients.ACCOUNT, resource);
    }
}
