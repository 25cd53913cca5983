package dev.bellwether.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Instant;

/// SQS, whose delays and visibility can follow market time: a day that is replayed in seconds has
/// messages that are due in half a minute of that day.
public final class SqsEngine {
    private final Engine engine;

    SqsEngine(Engine engine) {
        this.engine = engine;
    }

    /// Base address of the service; starts the engine if need be.
    ///
    /// @throws EngineException if the engine cannot be started
    public URI endpoint() {
        return engine.endpoint();
    }

    /// Lets the queues' time stand at this instant, which may be before or after the one set last.
    /// What is sent now is stamped with it; what is due by it is visible.
    ///
    /// @throws EngineException if the engine cannot be started or does not answer
    public void setNow(Instant now) {
        control("PUT", Long.toString(now.toEpochMilli()));
    }

    /// Gives the queues the wall clock, which they also start with.
    ///
    /// @throws EngineException if the engine cannot be started or does not answer
    public void followWallClock() {
        control("DELETE", "");
    }

    private void control(String method, String body) {
        URI clock = Engine.loopback(engine.ports().getLast()).resolve("/now");
        try {
            var connection = (HttpURLConnection) clock.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(UTF_8));
                }
            }
            if (connection.getResponseCode() != 200) {
                throw new IOException("status " + connection.getResponseCode());
            }
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new EngineException(
                    "The clock of engine sqs at %s was not set: %s. Has the engine ended? Run again."
                            .formatted(clock, e),
                    e);
        }
    }
}
