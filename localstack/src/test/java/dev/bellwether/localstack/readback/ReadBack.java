package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bellwether.localstack.AwsClients;
import dev.bellwether.localstack.Deployment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Every resource of a deployment as it is.
record ReadBack(List<Resource> resources) {
    /// What LocalStack's CloudFormation gives a resource for a name that it only pretends to have
    /// made.
    private static final String PHANTOM = "unknown";

    /// A deployed resource.
    ///
    /// @param declared the template's properties, computed
    /// @param actual what was read; missing when nothing is there
    /// @param absence why nothing is there
    record Resource(
            Deployment.Resource resource,
            JsonNode declared,
            JsonNode actual,
            Optional<String> absence) {
        SortedMap<String, Optional<String>> findings() {
            SortedMap<String, Optional<String>> findings = Comparison.of(declared, actual);
            absence.ifPresent(why -> findings.replaceAll((_, _) -> Optional.of(why)));
            return findings;
        }
    }

    static ReadBack of(Deployment deployment, AwsClients clients) {
        Map<String, Reader> readers = new HashMap<>();
        Assets assets = new Assets(deployment.assembly());
        Stream.of(
                        new StoreReaders(clients).byType(),
                        new FunctionReaders(clients, assets).byType(),
                        new RightsReaders(clients).byType(),
                        new AlarmReaders(clients).byType())
                .forEach(readers::putAll);
        Intrinsics intrinsics =
                new Intrinsics(
                        deployment,
                        table ->
                                clients.dynamoDb()
                                        .describeTable(get -> get.tableName(table))
                                        .table()
                                        .latestStreamArn());
        List<Resource> resources = new ArrayList<>();
        for (Deployment.Resource resource : deployment.resources()) {
            JsonNode declared =
                    intrinsics.resolved(resource.stack(), resource.declared().path("Properties"));
            resources.add(read(resource, declared, readers));
        }
        return new ReadBack(resources);
    }

    private static Resource read(
            Deployment.Resource resource, JsonNode declared, Map<String, Reader> readers) {
        if (resource.physicalId().equals(PHANTOM)) {
            return absent(resource, declared, "a phantom");
        }
        Reader reader = readers.get(resource.type());
        if (reader == null) {
            throw new IllegalStateException(
                    "%s is deployed, but nothing reads %s back: write a reader"
                            .formatted(resource.logicalId(), resource.type()));
        }
        try {
            return new Resource(
                    resource, declared, reader.read(resource, declared), Optional.empty());
        } catch (AbsentException | AwsServiceException e) {
            return absent(resource, declared, String.valueOf(e.getMessage()));
        }
    }

    private static Resource absent(Deployment.Resource resource, JsonNode declared, String why) {
        return new Resource(resource, declared, MissingNode.getInstance(), Optional.of(why));
    }

    /// Each declared property with the first difference that was found; empty when it is as
    /// declared wherever it is declared.
    SortedMap<Property, Optional<String>> findings() {
        SortedMap<Property, Optional<String>> all = new TreeMap<>();
        for (Resource resource : resources) {
            resource.findings()
                    .forEach((path, finding) ->
                            all.merge(
                                    new Property(resource.resource().type(), path),
                                    finding.map(found ->
                                            resource.resource().logicalId() + ": " + found),
                                    (first, next) -> first.isPresent() ? first : next));
        }
        return all;
    }
}
