package dev.bellwether.engine.athena;

import com.google.inject.Key;
import io.airlift.log.Level;
import io.airlift.log.Logging;
import io.trino.Session;
import io.trino.client.ErrorLocation;
import io.trino.client.direct.DirectTrinoClient;
import io.trino.dispatcher.DispatchQuery;
import io.trino.execution.ExecutionFailureInfo;
import io.trino.execution.QueryManagerConfig;
import io.trino.execution.QueryState;
import io.trino.operator.DirectExchangeClientSupplier;
import io.trino.server.SessionContext;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.Plugin;
import io.trino.spi.block.BlockEncodingSerde;
import io.trino.spi.connector.ConnectorFactory;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.TestingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Trino server of one node over the lake, with the settings that make it answer as Athena does.
final class Lake implements AutoCloseable {
    /// As Athena names its catalog over Glue.
    private static final String CATALOG = "awsdatacatalog";

    private static final Map<String, String> SERVER_SETTINGS =
            Map.of(
                    "query.client.timeout", "10m",
                    "node-scheduler.min-candidates", "1");

    private static final Map<String, String> CATALOG_SETTINGS =
            Map.of(
                    // Objects below the prefix count, however deep.
                    "hive.recursive-directories", "true",
                    // Timestamps of Parquet files are UTC, whatever the zone of this JVM.
                    "hive.parquet.time-zone", "UTC",
                    // The in-memory metastore knows no statistics of projected partitions.
                    "hive.table-statistics-enabled", "false");

    private final TestingTrinoServer server;
    private final DirectTrinoClient client;
    private final Session session;
    private final BytesScanned bytesScanned;

    private Lake(TestingTrinoServer server, Session session, BytesScanned bytesScanned) {
        this.server = server;
        this.session = session;
        this.bytesScanned = bytesScanned;
        this.client =
                new DirectTrinoClient(
                        server.getDispatchManager(),
                        server.getQueryManager(),
                        server.getInstance(Key.get(QueryManagerConfig.class)),
                        server.getInstance(Key.get(DirectExchangeClientSupplier.class)),
                        server.getInstance(Key.get(BlockEncodingSerde.class)));
    }

    static Lake open(Path lakeFolder, GlueCatalog catalog, Path workFolder) throws IOException {
        return open(
                new LakeConnectorFactory(LakeMetastore.of(catalog), lakeFolder),
                CATALOG_SETTINGS,
                catalog.databases().stream().findFirst(),
                workFolder);
    }

    /// Over whatever the connector holds; `schema` is what a query means that names none.
    static Lake open(
            ConnectorFactory connector,
            Map<String, String> settings,
            Optional<String> schema,
            Path workFolder)
            throws IOException {
        Files.createDirectories(workFolder);
        Logging.initialize().setRootLevel(Level.WARN);
        BytesScanned bytesScanned = new BytesScanned();
        TestingTrinoServer server =
                TestingTrinoServer.builder()
                        .setProperties(SERVER_SETTINGS)
                        .setBaseDataDir(Optional.of(workFolder))
                        .setEventListeners(List.of(bytesScanned))
                        .build();
        server.installPlugin(
                new Plugin() {
                    @Override
                    public Iterable<ConnectorFactory> getConnectorFactories() {
                        return List.of(connector);
                    }
                });
        server.createCatalog(CATALOG, connector.getName(), settings);
        Session session =
                TestingSession.testSessionBuilder()
                        .setCatalog(CATALOG)
                        .setSchema(schema)
                        .setTimeZoneKey(TimeZoneKey.UTC_KEY)
                        .build();
        return new Lake(server, session, bytesScanned);
    }

    /// Runs one statement to its end; the listener is called on this thread.
    QueryOutcome run(LakeStatement statement, RowListener listener) {
        ResultPages pages = new ResultPages(listener);
        DispatchQuery query =
                client.execute(SessionContext.fromSession(session), statement.sql(), pages);
        ExecutionFailureInfo failure = query.getFullQueryInfo().getFailureInfo();
        long bytes = bytesScanned.of(query.getQueryId().id());
        if (failure != null || query.getState() != QueryState.FINISHED) {
            return new QueryOutcome.Failed(told(failure));
        }
        pages.end();
        return new QueryOutcome.Finished(bytes);
    }

    private static QueryFailure told(@Nullable ExecutionFailureInfo failure) {
        if (failure == null) {
            return new QueryFailure("CANCELED", null, null, "The query was cancelled");
        }
        ErrorLocation place = failure.errorLocation();
        return new QueryFailure(
                failure.errorCode() == null ? "INTERNAL_ERROR" : failure.errorCode().getName(),
                place == null ? null : place.getLineNumber(),
                place == null ? null : place.getColumnNumber(),
                Objects.requireNonNullElse(failure.message(), failure.type()));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
