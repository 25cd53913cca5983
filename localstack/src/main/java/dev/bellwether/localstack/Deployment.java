package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/// The stacks of one cloud assembly, deployed.
///
/// @param assembly folder that was deployed
/// @param resources everything that the stacks' templates declare, with the names it was given
public record Deployment(Path assembly, List<Resource> resources) {
    private static final String TEMPLATE = ".template.json";
    private static final JsonMapper JSON = new JsonMapper();

    /// A resource of a deployed stack.
    ///
    /// @param declared as the template has it: `Type`, `Properties` and so on
    /// @param physicalId name or ARN, as CloudFormation's Ref gives it
    public record Resource(
            String stack, String logicalId, String type, JsonNode declared, String physicalId) {}

    /// Deploys all stacks of the assembly and reads what became of them.
    public static Deployment deploy(LocalStack localStack, CdkCommand cdk, Path assembly) {
        cdk.deploy(assembly);
        return read(localStack.clients().cloudFormation(), assembly);
    }

    /// What CloudFormation says of the deployed stacks of the assembly.
    public static Deployment read(CloudFormationClient cloudFormation, Path assembly) {
        List<Resource> resources = new ArrayList<>();
        for (Path file : templates(assembly)) {
            String stack = file.getFileName().toString().replace(TEMPLATE, "");
            JsonNode declared = json(file).path("Resources");
            for (StackResourceSummary summary :
                    cloudFormation
                            .listStackResourcesPaginator(list -> list.stackName(stack))
                            .stackResourceSummaries()) {
                resources.add(
                        new Resource(
                                stack,
                                summary.logicalResourceId(),
                                summary.resourceType(),
                                declared.path(summary.logicalResourceId()),
                                String.valueOf(summary.physicalResourceId())));
            }
        }
        return new Deployment(assembly, List.copyOf(resources));
    }

    /// The names of the stacks.
    public List<String> stacks() {
        return templates(assembly).stream()
                .map(file -> file.getFileName().toString().replace(TEMPLATE, ""))
                .toList();
    }

    /// A stack's template.
    public JsonNode template(String stack) {
        return json(assembly.resolve(stack + TEMPLATE));
    }

    /// The one resource of a type whose logical id begins so: the CDK appends a hash to it.
    public Resource only(String type, String logicalIdPrefix) {
        List<Resource> found =
                resources.stream()
                        .filter(resource ->
                                resource.type().equals(type)
                                        && resource.logicalId()
                                                .matches(logicalIdPrefix + "([0-9A-F]{8})?"))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "%d resources of type %s are named %s"
                            .formatted(found.size(), type, logicalIdPrefix));
        }
        return found.getFirst();
    }

    private static List<Path> templates(Path assembly) {
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(file -> file.toString().endsWith(TEMPLATE)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + assembly + " failed", e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }
}
