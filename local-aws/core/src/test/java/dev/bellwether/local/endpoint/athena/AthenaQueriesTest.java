package dev.bellwether.local.endpoint.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellwether.local.athena.QueryException;
import dev.bellwether.local.athena.QueryResult;
import dev.bellwether.local.endpoint.ThinServices;
import dev.bellwether.local.template.Workgroup;
import dev.bellwether.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;

/// By the SDK's own client, as the clients of other languages call.
class AthenaQueriesTest {
    private static final Instant NOW = Instant.parse("2025-10-29T20:30:00.250Z");
    private static final QueryResult BARS =
            result(
                    List.of("symbol", "close", "day"),
                    List.of("varchar", "decimal(18,6)", "timestamp(3) with time zone"),
                    List.of(row("AAPL", "269.700000", null), row("A\"B", "1.000000", "")));

    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private AthenaQueries queries;
    private ThinServices services;
    private AthenaClient athena;

    private static List<@Nullable String> row(@Nullable String... values) {
        List<@Nullable String> row = new ArrayList<>();
        for (String value : values) {
            row.add(value);
        }
        return row;
    }

    private static QueryResult result(
            List<String> names, List<String> types, List<List<@Nullable String>> rows) {
        return new QueryResult(
                IntStream.range(0, names.size())
                        .mapToObj(i -> new QueryResult.Column(names.get(i), types.get(i)))
                        .toList(),
                rows,
                512,
                Duration.ofMillis(140));
    }

    @BeforeEach
    void start() {
        queries =
                new AthenaQueries(
                        this::answer,
                        (bucket, key, content) ->
                                objects.put(
                                        bucket + "/" + key,
                                        new String(content, StandardCharsets.UTF_8)),
                        List.of(
                                new Workgroup(
                                        "S",
                                        "Workgroup",
                                        "bellwether",
                                        Json.parse(
                                                """
                                                {"EnforceWorkGroupConfiguration":true,
                                                 "BytesScannedCutoffPerQuery":10000000000,
                                                 "EngineVersion":{"SelectedEngineVersion":"Athena engine version 3"},
                                                 "ResultConfiguration":{"OutputLocation":"s3://lake/athena-results/"}}
                                                """))),
                        List.of("bellwether"),
                        () -> NOW);
        services = ThinServices.start();
        services.serve(queries);
        athena =
                AthenaClient.builder()
                        .endpointOverride(services.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
    }

    private QueryResult answer(String sql) {
        return switch (sql) {
            case "SELECT bars" -> BARS;
            case "SELECT 1200" ->
                    result(
                            List.of("n"),
                            List.of("bigint"),
                            IntStream.range(0, 1200).mapToObj(n -> row("" + n)).toList());
            case "SHOW TABLES" ->
                    result(List.of("tab_name"), List.of("varchar"), List.of(row("daily_bars")));
            case "SELECT held" -> {
                awaitRelease();
                yield BARS;
            }
            case "SELECT ended" -> throw new IllegalStateException("the engine has ended");
            default ->
                    throw new QueryException(
                            "TABLE_NOT_FOUND", 1, 15, "line 1:15: Table 'x' does not exist");
        };
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        held.countDown();
        athena.close();
        services.close();
        queries.close();
    }

    private String start(String sql) {
        return athena.startQueryExecution(request ->
                        request.queryString(sql)
                                .workGroup("bellwether")
                                .queryExecutionContext(context -> context.database("bellwether")))
                .queryExecutionId();
    }

    private QueryExecution state(String id) {
        return athena.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
    }

    /// Asks until the query has ended, as every client does.
    private QueryExecution ended(String id) {
        QueryExecution execution = state(id);
        while (execution.status().state() == QueryExecutionState.RUNNING) {
            Thread.onSpinWait();
            execution = state(id);
        }
        return execution;
    }

    @Test
    void aResultIsReadByPagesWithNamesTypesAndNulls() {
        String id = start("SELECT bars");
        QueryExecution execution = ended(id);

        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
        assertThat(execution.status().submissionDateTime()).isEqualTo(NOW);
        assertThat(execution.statistics().dataScannedInBytes()).isEqualTo(512);
        assertThat(execution.statistics().engineExecutionTimeInMillis()).isEqualTo(140);
        assertThat(execution.statementTypeAsString()).isEqualTo("DML");
        GetQueryResultsResponse results =
                athena.getQueryResults(request -> request.queryExecutionId(id));
        assertThat(results.resultSet().resultSetMetadata().columnInfo())
                .extracting(ColumnInfo::name, ColumnInfo::type, ColumnInfo::precision)
                .containsExactly(
                        tuple("symbol", "varchar", Integer.MAX_VALUE),
                        tuple("close", "decimal", 18),
                        tuple("day", "timestamp with time zone", 3));
        assertThat(results.resultSet().rows()).hasSize(3);
        assertThat(values(results.resultSet().rows().getFirst()))
                .containsExactly("symbol", "close", "day");
        assertThat(values(results.resultSet().rows().get(1)))
                .containsExactly("AAPL", "269.700000", null);
        assertThat(results.nextToken()).isNull();
    }

    private static List<@Nullable String> values(Row row) {
        List<@Nullable String> values = new ArrayList<>();
        row.data().forEach(datum -> values.add(datum.varCharValue()));
        return values;
    }

    @Test
    void theResultIsAnObjectInTheWorkgroupsPlaceToo() {
        String id = start("SELECT bars");

        assertThat(ended(id).resultConfiguration().outputLocation())
                .isEqualTo("s3://lake/athena-results/%s.csv".formatted(id));
        assertThat(objects)
                .containsExactly(
                        Map.entry(
                                "lake/athena-results/%s.csv".formatted(id),
                                """
                                "symbol","close","day"
                                "AAPL","269.700000",
                                "A""B","1.000000",""
                                """));
    }

    @Test
    void allRowsOfALongResultComeInOrderAndOnce() {
        String id = start("SELECT 1200");
        ended(id);

        List<String> rows =
                athena.getQueryResultsPaginator(request -> request.queryExecutionId(id)).stream()
                        .flatMap(page -> page.resultSet().rows().stream())
                        .map(row -> row.data().getFirst().varCharValue())
                        .toList();

        assertThat(rows).hasSize(1201).startsWith("n", "0", "1").endsWith("1198", "1199");
    }

    @Test
    void whatDescribesHasNoLineOfNames() {
        String id = start("SHOW TABLES");

        assertThat(ended(id).statementTypeAsString()).isEqualTo("UTILITY");
        assertThat(objects)
                .containsExactly(
                        Map.entry("lake/athena-results/%s.txt".formatted(id), "daily_bars\n"));
        assertThat(
                        athena.getQueryResults(request -> request.queryExecutionId(id))
                                .resultSet()
                                .rows())
                .hasSize(1);
    }

    @Test
    void anErrorOfTheQueryIsAStateWithItsReason() {
        String id = start("SELECT * FROM x");

        QueryExecution execution = ended(id);
        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(execution.status().stateChangeReason())
                .isEqualTo("TABLE_NOT_FOUND: line 1:15: Table 'x' does not exist");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> athena.getQueryResults(request -> request.queryExecutionId(id)))
                .withMessageContaining("Final query state: FAILED");
        assertThat(objects).isEmpty();
    }

    @Test
    void anEngineThatEndsFailsTheQueryAndSaysSo() {
        assertThat(ended(start("SELECT ended")).status().stateChangeReason())
                .isEqualTo("GENERIC_INTERNAL_ERROR: the engine has ended");
    }

    @Test
    void aStoppedQueryStaysStoppedAndHasNoResult() {
        String id = start("SELECT held");
        assertThatThrownBy(() -> athena.getQueryResults(request -> request.queryExecutionId(id)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("RUNNING");

        athena.stopQueryExecution(request -> request.queryExecutionId(id));
        held.countDown();

        assertThat(ended(id).status().state()).isEqualTo(QueryExecutionState.CANCELLED);
    }

    @Test
    void theSameTokenStartsOneQuery() {
        String first =
                athena.startQueryExecution(request ->
                                request.queryString("SELECT bars")
                                        .workGroup("bellwether")
                                        .clientRequestToken("a-token-of-32-characters-or-more"))
                        .queryExecutionId();
        String again =
                athena.startQueryExecution(request ->
                                request.queryString("SELECT bars")
                                        .workGroup("bellwether")
                                        .clientRequestToken("a-token-of-32-characters-or-more"))
                        .queryExecutionId();

        assertThat(again).isEqualTo(first);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() ->
                        athena.startQueryExecution(request ->
                                request.queryString("SELECT 1200")
                                        .workGroup("bellwether")
                                        .clientRequestToken("a-token-of-32-characters-or-more")))
                .withMessageContaining("Idempotent parameters do not match");
    }

    @Test
    void theWorkgroupIsTheTemplates() {
        WorkGroupConfiguration configuration =
                athena.getWorkGroup(request -> request.workGroup("bellwether"))
                        .workGroup()
                        .configuration();

        assertThat(configuration.enforceWorkGroupConfiguration()).isTrue();
        assertThat(configuration.resultConfiguration().outputLocation())
                .isEqualTo("s3://lake/athena-results/");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> athena.getWorkGroup(request -> request.workGroup("primary")))
                .withMessageContaining("WorkGroup primary is not found");
    }

    @Test
    void whatIsNotActedOutIsRefusedByName() {
        assertThatThrownBy(() -> athena.listDataCatalogs(request -> request.maxResults(2)))
                .isInstanceOf(AthenaException.class)
                .hasMessageContaining("athena ListDataCatalogs is not served on this machine");
        assertThatThrownBy(() ->
                        athena.startQueryExecution(request ->
                                request.queryString("SELECT ?")
                                        .workGroup("bellwether")
                                        .executionParameters("1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ExecutionParameters are not acted out here");
        assertThatThrownBy(() ->
                        athena.startQueryExecution(request ->
                                request.queryString("SELECT bars")
                                        .workGroup("bellwether")
                                        .queryExecutionContext(
                                                context -> context.database("other"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Database other is not acted out");
        assertThat(services.refusedCalls()).containsExactly("athena ListDataCatalogs");
    }
}
