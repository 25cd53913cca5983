package dev.bellwether.engine.athena;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Main class of the engine: `--lake <folder> --catalog <file> --work <folder>`.
///
/// Prints `LISTENING <port>` on standard output when the first query can be sent to `POST /query`.
/// The lake folder holds one folder per bucket, the catalog file is that of [GlueCatalog], the work
/// folder is for Trino's own files and may be emptied between runs.
public final class AthenaEngine implements AutoCloseable {
    private final Lake lake;
    private final HttpServer http;

    private AthenaEngine(Lake lake, HttpServer http) {
        this.lake = lake;
        this.http = http;
    }

    public static void main(String[] arguments) {
        // Trino's logging takes both over when it starts.
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            EngineArguments parsed = EngineArguments.parse(arguments);
            AthenaEngine engine = start(parsed.lake(), parsed.catalog(), parsed.work());
            out.println("LISTENING " + engine.port());
            out.flush();
        } catch (RuntimeException | IOException e) {
            err.println("The Athena engine did not start: " + e.getMessage());
            e.printStackTrace(err);
            // A failed start leaves Trino's threads behind, which would keep the JVM alive.
            System.exit(1);
        }
    }

    /// Starts Trino over the lake and listens on a port of 127.0.0.1 that the system chooses.
    ///
    /// @throws IOException if the catalog cannot be read or no port can be had
    public static AthenaEngine start(Path lakeFolder, Path catalogFile, Path workFolder)
            throws IOException {
        GlueCatalog catalog = GlueCatalog.read(catalogFile);
        Lake lake = Lake.open(lakeFolder, catalog, workFolder);
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        http.createContext("/query", new QueryEndpoint(lake));
        http.start();
        return new AthenaEngine(lake, http);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        lake.close();
    }
}
