package dev.bellwether.local.endpoint.athena;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.athena.QueryResult;
import dev.bellwether.local.template.Workgroup;
import dev.bellwether.local.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// One query from its start on, in the form of Athena's `QueryExecution`. Safe for use by many
/// threads.
///
/// See <https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html>.
final class Execution {
    /// How far a query has come.
    sealed interface State {
        record Running() implements State {}

        record Succeeded(QueryResult result, Instant at) implements State {}

        record Failed(String reason, Instant at) implements State {}

        record Cancelled(Instant at) implements State {}
    }

    private static final State RUNNING = new State.Running();

    private final String id;
    private final String sql;
    private final String database;
    private final Workgroup workgroup;
    private final ResultPlace place;
    private final Instant submitted;
    private final StatementForm form;
    private final AtomicReference<State> state = new AtomicReference<>(RUNNING);

    Execution(
            String id,
            String sql,
            String database,
            Workgroup workgroup,
            ResultPlace place,
            Instant submitted) {
        this.id = id;
        this.sql = sql;
        this.database = database;
        this.workgroup = workgroup;
        this.place = place;
        this.submitted = submitted;
        form = StatementForm.of(sql);
    }

    String id() {
        return id;
    }

    String sql() {
        return sql;
    }

    StatementForm form() {
        return form;
    }

    ResultPlace place() {
        return place;
    }

    String key() {
        return place.key(id, form);
    }

    State state() {
        return state.get();
    }

    /// Ends the query; of several ends the first one counts.
    void end(State end) {
        state.compareAndSet(RUNNING, end);
    }

    ObjectNode toJson() {
        ObjectNode json =
                Json.object()
                        .put("QueryExecutionId", id)
                        .put("Query", sql)
                        .put("StatementType", form.name())
                        .put("WorkGroup", workgroup.name());
        json.putObject("ResultConfiguration").put("OutputLocation", place.uri(id, form));
        json.putObject("QueryExecutionContext")
                .put("Database", database)
                .put("Catalog", "awsdatacatalog");
        String engine =
                workgroup
                        .configuration()
                        .at("/EngineVersion/SelectedEngineVersion")
                        .asText("Athena engine version 3");
        json.putObject("EngineVersion")
                .put("SelectedEngineVersion", engine)
                .put("EffectiveEngineVersion", engine);
        ObjectNode status =
                json.putObject("Status").put("SubmissionDateTime", epochSeconds(submitted));
        ObjectNode figures = json.putObject("Statistics");
        switch (state()) {
            case State.Running _ -> status.put("State", "RUNNING");
            case State.Succeeded(QueryResult result, Instant at) -> {
                ended(status, "SUCCEEDED", at);
                figures.put("DataScannedInBytes", Math.max(0, result.bytesScanned()))
                        .put("EngineExecutionTimeInMillis", result.wallTime().toMillis());
                total(figures, at);
            }
            case State.Failed(String reason, Instant at) -> {
                ended(status, "FAILED", at).put("StateChangeReason", reason);
                // Category 2: the user's own error.
                status.putObject("AthenaError")
                        .put("ErrorCategory", 2)
                        .put("Retryable", false)
                        .put("ErrorMessage", reason);
                total(figures, at);
            }
            case State.Cancelled(Instant at) -> {
                ended(status, "CANCELLED", at).put("StateChangeReason", "Query cancelled by user");
                total(figures, at);
            }
        }
        return json;
    }

    private static ObjectNode ended(ObjectNode status, String name, Instant at) {
        return status.put("State", name).put("CompletionDateTime", epochSeconds(at));
    }

    private void total(ObjectNode figures, Instant at) {
        figures.put("TotalExecutionTimeInMillis", Duration.between(submitted, at).toMillis());
    }

    private static BigDecimal epochSeconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), 3);
    }
}
