package dev.bellwether.local.endpoint.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.athena.QueryException;
import dev.bellwether.local.athena.QueryResult;
import dev.bellwether.local.endpoint.Answer;
import dev.bellwether.local.endpoint.Call;
import dev.bellwether.local.endpoint.ThinService;
import dev.bellwether.local.template.Workgroup;
import dev.bellwether.local.wire.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Athena's calls about one query: start it, ask how far it is, read its result, stop it; and what
/// its workgroup is. The result is an object in the workgroup's place, too.
///
/// Not acted out: the workgroup's limit on scanned bytes, and stopping the engine's own work when a
/// query is stopped.
///
/// See <https://docs.aws.amazon.com/athena/latest/APIReference/Welcome.html>.
public final class AthenaQueries implements ThinService, AutoCloseable {
    private final QueryEngine engine;
    private final ResultStore store;
    private final List<Workgroup> workgroups;
    private final List<String> databases;
    private final InstantSource clock;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param databases names; a query means the first, as the engine has it
    public AthenaQueries(
            QueryEngine engine,
            ResultStore store,
            List<Workgroup> workgroups,
            List<String> databases,
            InstantSource clock) {
        this.engine = engine;
        this.store = store;
        this.workgroups = List.copyOf(workgroups);
        this.databases = List.copyOf(databases);
        this.clock = clock;
    }

    @Override
    public String signingName() {
        return "athena";
    }

    @Override
    public Set<String> actions() {
        return Set.of(
                "StartQueryExecution",
                "GetQueryExecution",
                "GetQueryResults",
                "StopQueryExecution",
                "GetWorkGroup");
    }

    @Override
    public Answer answer(Call call) {
        JsonNode request = Json.parse(call.body());
        try {
            return Answer.json(
                    switch (call.action()) {
                        case "StartQueryExecution" -> start(request);
                        case "GetQueryExecution" ->
                                Json.object().set("QueryExecution", execution(request).toJson());
                        case "GetQueryResults" -> results(request);
                        case "StopQueryExecution" -> stop(request);
                        case "GetWorkGroup" -> workgroup(request);
                        default -> throw new RefusedRequestException(call.action());
                    });
        } catch (RefusedRequestException e) {
            return Answer.jsonError(400, "InvalidRequestException", e.reason());
        }
    }

    private ObjectNode start(JsonNode request) {
        Execution asked =
                new StartRequest(request).execution(workgroups, databases, clock.instant());
        Execution before = executions.putIfAbsent(asked.id(), asked);
        if (before == null) {
            threads.execute(() -> run(asked));
        } else if (!before.sql().equals(asked.sql())) {
            throw new RefusedRequestException("Idempotent parameters do not match");
        }
        return Json.object().put("QueryExecutionId", asked.id());
    }

    /// The object is there before the state says so.
    private void run(Execution execution) {
        try {
            QueryResult result = engine.query(execution.sql());
            if (execution.state() instanceof Execution.State.Running) {
                store.put(
                        execution.place().bucket(),
                        execution.key(),
                        ResultObject.of(result, execution.form()));
            }
            execution.end(new Execution.State.Succeeded(result, clock.instant()));
        } catch (QueryException e) {
            fail(execution, "%s: %s".formatted(e.error(), e.getMessage()));
        } catch (RuntimeException e) {
            // Told to whoever waits for the query: the engine has ended, or S3 did not take it.
            fail(execution, "GENERIC_INTERNAL_ERROR: " + e.getMessage());
        }
    }

    private void fail(Execution execution, String reason) {
        execution.end(new Execution.State.Failed(reason, clock.instant()));
    }

    private ObjectNode results(JsonNode request) {
        Execution execution = execution(request);
        return switch (execution.state()) {
            case Execution.State.Succeeded(QueryResult result, _) ->
                    ResultPage.of(request, result, execution.form());
            case Execution.State.Running _ ->
                    throw new RefusedRequestException(
                            "Query has not yet finished. Current state: RUNNING");
            case Execution.State.Failed _, Execution.State.Cancelled _ ->
                    throw new RefusedRequestException(
                            "Query did not finish successfully. Final query state: "
                                    + execution.toJson().at("/Status/State").asText());
        };
    }

    private ObjectNode stop(JsonNode request) {
        execution(request).end(new Execution.State.Cancelled(clock.instant()));
        return Json.object();
    }

    private ObjectNode workgroup(JsonNode request) {
        Workgroup workgroup =
                StartRequest.workgroup(request.path("WorkGroup").asText(), workgroups);
        ObjectNode answer = Json.object();
        answer.putObject("WorkGroup")
                .put("Name", workgroup.name())
                .put("State", "ENABLED")
                .set("Configuration", workgroup.configuration());
        return answer;
    }

    private Execution execution(JsonNode request) {
        String id = request.path("QueryExecutionId").asText();
        Execution execution = executions.get(id);
        if (execution == null) {
            throw new RefusedRequestException("QueryExecution %s was not found".formatted(id));
        }
        return execution;
    }

    /// Ends what waits for the engine.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
