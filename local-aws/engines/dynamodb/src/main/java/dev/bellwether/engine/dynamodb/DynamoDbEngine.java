package dev.bellwether.engine.dynamodb;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local with its tables and streams in a folder: `DynamoDbEngine <folder>`. Prints
/// `LISTENING <port>` when it is ready.
///
/// DynamoDB Local's own server binds to all interfaces and has no option for it, so its request
/// handler is mounted in a server that is bound to loopback.
public final class DynamoDbEngine {
    private static final int MOST_THREADS = 16;

    private DynamoDbEngine() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        // As its own main does: quiet native library, no telemetry.
        Logger.getLogger("com.almworks.sqlite4java").setLevel(Level.WARNING);
        Telemetry.configureTelemetry("MAVEN", "SHARED_DB", false);
        Server server = new Server(new QueuedThreadPool(MOST_THREADS, 4));
        ServerConnector loopback = new ServerConnector(server, 1, 1);
        loopback.setHost("127.0.0.1");
        loopback.setPort(0);
        server.addConnector(loopback);
        server.setHandler(new ContextHandler(handlerOver(folder)));
        server.start();
        System.out.println("LISTENING " + loopback.getLocalPort());
        server.join();
    }

    private static LocalDynamoDBServerHandler handlerOver(Path folder) throws Exception {
        int ownPort = 0;
        boolean inMemory = false;
        boolean sharedDb = true;
        boolean delayTransientStatuses = false;
        var requests =
                new LocalDynamoDBRequestHandler(
                        ownPort,
                        inMemory,
                        folder + File.separator,
                        sharedDb,
                        delayTransientStatuses);
        UnsyncedStore.mount(folder, requests);
        return new LocalDynamoDBServerHandler(requests, null);
    }
}
