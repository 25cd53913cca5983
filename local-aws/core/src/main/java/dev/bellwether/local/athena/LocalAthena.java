package dev.bellwether.local.athena;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.ChildException;
import dev.bellwether.local.child.ChildSpec;
import dev.bellwether.local.child.JvmCommand;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Athena over the local lake, by Trino in a child process of its own: seconds to start, so start
/// it only for a query, and keep it for the next. Reads the objects as they lie: the demo may run
/// or be stopped, and what lands is in the next answer.
public final class LocalAthena implements AutoCloseable {
    private static final String MAIN_CLASS = "dev.bellwether.engine.athena.AthenaEngine";

    /// A busy machine of two cores needs half a minute.
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /// How long Trino itself would keep a query whose rows nobody takes.
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(10);

    private final Child engine;
    private final int port;

    private LocalAthena(Child engine, int port) {
        this.engine = engine;
        this.port = port;
    }

    /// Starts the engine and returns when it takes queries.
    ///
    /// @throws ChildException if it does not start; the message quotes its log
    public static LocalAthena start(
            Supervisor supervisor, AthenaSettings settings, LakeCatalog catalog) {
        Path catalogFile = settings.work().resolve("catalog.json");
        try {
            Files.createDirectories(settings.work());
            catalog.write(catalogFile);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The catalog for queries was not written to %s: %s"
                            .formatted(catalogFile, e.getMessage()),
                    e);
        }
        Child engine =
                supervisor.start(
                        new ChildSpec(
                                "athena",
                                command(settings, catalogFile).toCommandLine(),
                                Map.of("LC_ALL", "C.UTF-8"),
                                settings.work(),
                                settings.log()));
        return new LocalAthena(engine, engine.ports(START_TIMEOUT).getFirst());
    }

    private static JvmCommand command(AthenaSettings settings, Path catalogFile) {
        return new JvmCommand(
                settings.java(),
                List.of(
                        // Trino's own need.
                        "--add-modules",
                        "jdk.incubator.vector",
                        // One or a few queries: the second compiler costs more than it gives back
                        // (10 instead of 18 s of processor time for three queries).
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=96m",
                        "-XX:MetaspaceSize=192m",
                        "-XX:+UseSerialGC",
                        "-Xmx320m",
                        "-Xmn64m",
                        "-XX:-UsePerfData",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + settings.work(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"),
                settings.engineClassPath(),
                MAIN_CLASS,
                List.of(
                        "--lake",
                        settings.lake().toString(),
                        "--catalog",
                        catalogFile.toString(),
                        "--work",
                        settings.work().toString()));
    }

    /// The operating system's id of the engine's process.
    public long pid() {
        return engine.pid();
    }

    /// Runs one statement that reads: `SELECT`, `EXPLAIN`, `SHOW`, `DESCRIBE`.
    ///
    /// @throws QueryException if the statement is refused or fails, with Trino's message
    /// @throws UncheckedIOException if the engine ended before the answer did
    public QueryResult query(String sql) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:%d/query".formatted(port))
                                    .toURL()
                                    .openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod("POST");
            connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
            connection.setDoOutput(true);
            ObjectNode request = Json.object().put("sql", sql);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(Json.bytes(request));
            }
            try (BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.UTF_8))) {
                return AnswerReader.read(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The query got no complete answer (%s): the engine has ended or is stuck. %s"
                            .formatted(e.getMessage(), engine.logTail()),
                    e);
        }
    }

    /// Ends the engine.
    @Override
    public void close() {
        engine.stop();
    }
}
