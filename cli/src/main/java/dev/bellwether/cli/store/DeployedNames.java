package dev.bellwether.cli.store;

import dev.bellwether.market.Symbol;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// Reads from CloudFormation what a deployed pipeline's stores and functions are called.
record DeployedNames(CloudFormationClient cloudFormation, LambdaClient lambda) {
    /// What the app calls its stacks, after the prefix.
    private static final String DATA = "Data";

    private static final String PIPELINE = "Pipeline";

    /// The names in the stacks `<prefix>Data` and `<prefix>Pipeline`.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException if a stack is not there, or AWS
    ///   does not let us look
    StoreNames read(String stackPrefix) {
        Map<String, String> data = resources(stackPrefix + DATA);
        Map<String, String> functions = functions(resources(stackPrefix + PIPELINE));
        return new StoreNames(
                one(data, "AWS::DynamoDB::Table", "Market"),
                one(data, "AWS::Kinesis::Stream", "Quotes"),
                one(data, "AWS::S3::Bucket", "Lake"),
                one(data, "AWS::S3::Bucket", "Failures"),
                functions,
                Symbol.listOf(symbols(functions)));
    }

    /// Physical id by `type logicalId`.
    private Map<String, String> resources(String stack) {
        Map<String, String> resources = new HashMap<>();
        for (StackResourceSummary resource :
                cloudFormation
                        .listStackResourcesPaginator(list -> list.stackName(stack))
                        .stackResourceSummaries()) {
            resources.put(
                    resource.resourceType()
                            + " "
                            + StoreNames.withoutHash(resource.logicalResourceId()),
                    resource.physicalResourceId());
        }
        return resources;
    }

    private static String one(Map<String, String> resources, String type, String id) {
        String found = resources.get(type + " " + id);
        if (found == null) {
            throw StoreNames.missing(type, id);
        }
        return found;
    }

    private static Map<String, String> functions(Map<String, String> resources) {
        String type = "AWS::Lambda::Function ";
        Map<String, String> functions = new HashMap<>();
        resources.forEach((resource, name) -> {
            if (resource.startsWith(type)) {
                functions.put(resource.substring(type.length()), name);
            }
        });
        return functions;
    }

    private String symbols(Map<String, String> functions) {
        String ingest = functions.get(StoreNames.SYMBOLS_OF);
        if (ingest == null) {
            throw StoreNames.missing("function", StoreNames.SYMBOLS_OF);
        }
        return lambda.getFunctionConfiguration(of -> of.functionName(ingest))
                .environment()
                .variables()
                .getOrDefault(StoreNames.SYMBOLS, "");
    }
}
