package dev.bellwether.local.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.Table;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.AwsErrorException;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.Json;
import java.util.HashSet;
import java.util.Set;

/// Creates DynamoDB tables with their streams.
///
/// A table's time to live is not switched on: the engine knows only the wall clock, by which all of
/// an old market day has expired. Nobody may rely on the deletion, which takes AWS itself days
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html>).
final class Tables {
    private final AwsJsonClient dynamoDb;

    Tables(AwsJsonClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    void create(Table table) {
        try {
            dynamoDb.call("CreateTable", request(table));
        } catch (AwsErrorException e) {
            if (!e.code().equals("ResourceInUseException")) {
                throw e;
            }
            requireSame(table);
        }
        Awaiting.until(
                "Table " + table.name() + " becoming ACTIVE",
                () -> describe(table).path("TableStatus").asText().equals("ACTIVE"));
    }

    private static ObjectNode request(Table table) {
        ObjectNode request = Json.object();
        request.put("TableName", table.name());
        request.set("KeySchema", table.keySchema());
        request.set("AttributeDefinitions", table.attributeDefinitions());
        request.put("BillingMode", "PAY_PER_REQUEST");
        table.globalSecondaryIndexes()
                .ifPresent(indexes -> request.set("GlobalSecondaryIndexes", indexes));
        table.streamViewType()
                .ifPresent(view ->
                        request.putObject("StreamSpecification")
                                .put("StreamEnabled", true)
                                .put("StreamViewType", view));
        return request;
    }

    private void requireSame(Table table) {
        JsonNode found = describe(table);
        String foundStream = found.path("StreamSpecification").path("StreamViewType").asText("");
        boolean same =
                found.path("KeySchema").equals(table.keySchema())
                        && set(found.path("AttributeDefinitions"))
                                .equals(set(table.attributeDefinitions()))
                        && foundStream.equals(table.streamViewType().orElse(""));
        if (!same) {
            throw new TemplateException(
                    ("Table %s of the state folder has keys %s, attributes %s and stream view %s, but the template"
                                    + " declares %s, %s and %s. Use another --state folder, or remove this one")
                            .formatted(
                                    table.name(),
                                    found.path("KeySchema"),
                                    found.path("AttributeDefinitions"),
                                    foundStream.isEmpty() ? "none" : foundStream,
                                    table.keySchema(),
                                    table.attributeDefinitions(),
                                    table.streamViewType().orElse("none")));
        }
    }

    private JsonNode describe(Table table) {
        return dynamoDb.call("DescribeTable", Json.object().put("TableName", table.name()))
                .path("Table");
    }

    private static Set<JsonNode> set(JsonNode list) {
        Set<JsonNode> elements = new HashSet<>();
        list.forEach(elements::add);
        return elements;
    }
}
