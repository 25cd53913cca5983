package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.localstack.Deployment;
import dev.bellwether.localstack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/// Tells what is carried from what only reads like it, by a stack of its own: for each type a
/// resource that declares no more than it must (`Bare...`), and one that declares other values than
/// ours (`Other...`). Functions and their mappings, which would cost seconds, are told by Lambda's
/// documented defaults instead.
///
/// @param unproven properties that read like a bare resource's, for which the stack declares no
///   other value
/// @param dropped properties that read like a bare resource's, and whose other value is dropped
record Probe(SortedSet<Property> unproven, SortedSet<Property> dropped) {
    private static final String STACK = "BellwetherProbe";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    static Probe deployed(ReadBack ours, LocalStack localStack, Path folder) {
        CloudFormationClient cloudFormation = localStack.clients().cloudFormation();
        String template = template();
        try {
            Files.writeString(folder.resolve(STACK + ".template.json"), template);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the probe's template failed", e);
        }
        cloudFormation.createStack(create ->
                create.stackName(STACK)
                        .templateBody(template)
                        .capabilities(Capability.CAPABILITY_IAM));
        try {
            String status = ended(cloudFormation, "CREATE");
            if (!status.equals("CREATE_COMPLETE")) {
                throw new AssertionError(
                        "The probe's stack is %s: %s".formatted(status, failures(cloudFormation)));
            }
            Deployment probe = Deployment.read(cloudFormation, folder);
            return of(ours, ReadBack.of(probe, localStack.clients()));
        } finally {
            cloudFormation.deleteStack(delete -> delete.stackName(STACK));
            ended(cloudFormation, "DELETE");
        }
    }

    private static String template() {
        try (InputStream resource =
                Objects.requireNonNull(
                        Probe.class.getResourceAsStream("probe.json"), "probe.json is missing")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading probe.json failed", e);
        }
    }

    /// The status that the stack has after a step; the step's own, or a roll-back's.
    private static String ended(CloudFormationClient cloudFormation, String step) {
        long end = System.nanoTime() + LONGEST.toNanos();
        String status = status(cloudFormation);
        while (status.endsWith("IN_PROGRESS")
                || !(status.startsWith(step) || status.startsWith("ROLLBACK"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The probe's stack is still " + status);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            status = status(cloudFormation);
        }
        return status;
    }

    private static List<String> failures(CloudFormationClient cloudFormation) {
        return cloudFormation
                .describeStackEvents(describe -> describe.stackName(STACK))
                .stackEvents()
                .stream()
                .filter(event -> event.resourceStatusAsString().endsWith("FAILED"))
                .map(event -> event.logicalResourceId() + " " + event.resourceStatusReason())
                .toList();
    }

    private static String status(CloudFormationClient cloudFormation) {
        try {
            return cloudFormation
                    .describeStacks(describe -> describe.stackName(STACK))
                    .stacks()
                    .getFirst()
                    .stackStatusAsString();
        } catch (CloudFormationException e) {
            return "DELETE_COMPLETE"; // a stack that is gone is described no more
        }
    }

    private static Probe of(ReadBack ours, ReadBack probe) {
        SortedMap<Property, Set<JsonNode>> bare = new TreeMap<>();
        SortedMap<Property, Boolean> carried = new TreeMap<>();
        for (ReadBack.Resource resource : probe.resources()) {
            String type = resource.resource().type();
            if (resource.resource().logicalId().startsWith("Bare")) {
                values(type, resource.actual(), bare);
                // What it had to declare is no default.
                resource.findings().keySet().forEach(path -> bare.remove(new Property(type, path)));
            } else if (resource.resource().logicalId().startsWith("Other")) {
                resource.findings()
                        .forEach((path, finding) ->
                                carried.merge(
                                        new Property(type, path),
                                        finding.isEmpty(),
                                        Boolean::logicalAnd));
            }
        }
        SortedMap<Property, Set<JsonNode>> read = new TreeMap<>();
        for (ReadBack.Resource resource : ours.resources()) {
            values(resource.resource().type(), resource.actual(), read);
        }
        Probe result = new Probe(new TreeSet<>(), new TreeSet<>());
        ours.findings()
                .forEach((property, finding) -> {
                    if (finding.isEmpty()
                            && read.get(property) != null
                            && Objects.equals(read.get(property), bare.get(property))) {
                        Boolean isCarried = carried.get(property);
                        if (isCarried == null) {
                            result.unproven.add(property);
                        } else if (!isCarried) {
                            result.dropped.add(property);
                        }
                    }
                });
        return result;
    }

    private static void values(
            String type, JsonNode actual, SortedMap<Property, Set<JsonNode>> values) {
        Comparison.values(actual)
                .forEach((path, value) ->
                        values.computeIfAbsent(new Property(type, path), _ -> new HashSet<>())
                                .addAll(value));
    }
}
