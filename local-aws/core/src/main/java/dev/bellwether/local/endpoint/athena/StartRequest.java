package dev.bellwether.local.endpoint.athena;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.Workgroup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A request of `StartQueryExecution`, read for what is declared here.
///
/// See <https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html>.
record StartRequest(JsonNode json) {
    private static final String CATALOG = "awsdatacatalog";

    /// The query as asked for.
    ///
    /// @throws RefusedRequestException for what Athena would refuse or what is not acted out here
    Execution execution(List<Workgroup> workgroups, List<String> databases, Instant now) {
        String sql = json.path("QueryString").asText();
        if (sql.isBlank()) {
            throw new RefusedRequestException("queryString must not be empty");
        }
        if (!json.path("ExecutionParameters").isEmpty()) {
            throw new RefusedRequestException(
                    "ExecutionParameters are not acted out here: put the values into the statement");
        }
        Workgroup workgroup = workgroup(json.path("WorkGroup").asText("primary"), workgroups);
        return new Execution(id(), sql, database(databases), workgroup, place(workgroup), now);
    }

    static Workgroup workgroup(String name, List<Workgroup> declared) {
        return declared.stream()
                .filter(workgroup -> workgroup.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedRequestException(
                                "WorkGroup %s is not found. The template declares %s"
                                        .formatted(
                                                name,
                                                declared.stream().map(Workgroup::name).toList())));
    }

    /// The engine has one database that short names mean; a query of another would get wrong rows.
    private String database(List<String> databases) {
        JsonNode context = json.path("QueryExecutionContext");
        String catalog = context.path("Catalog").asText(CATALOG);
        if (!catalog.equalsIgnoreCase(CATALOG)) {
            throw new RefusedRequestException(
                    "Catalog %s is not there: only AwsDataCatalog is".formatted(catalog));
        }
        String meant = databases.getFirst();
        String database = context.path("Database").asText(meant);
        if (!database.equalsIgnoreCase(meant)) {
            throw new RefusedRequestException(
                    "Database %s is not acted out as a query's own: only %s is. Write the database before the table's name"
                            .formatted(database, meant));
        }
        return meant;
    }

    private ResultPlace place(Workgroup workgroup) {
        JsonNode declared = workgroup.configuration();
        String own = declared.at("/ResultConfiguration/OutputLocation").asText();
        boolean enforced = declared.path("EnforceWorkGroupConfiguration").asBoolean(true);
        String asked = json.at("/ResultConfiguration/OutputLocation").asText();
        return ResultPlace.of(enforced || asked.isEmpty() ? own : asked);
    }

    /// The same for the same token, which is how a client tries again.
    private String id() {
        String token = json.path("ClientRequestToken").asText();
        UUID id =
                token.isEmpty()
                        ? UUID.randomUUID()
                        : UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8));
        return id.toString();
    }
}
