package dev.bellwether.local.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One HTTP exchange with an engine of this machine.
///
/// `HttpURLConnection`, because it keeps to a server's `Keep-Alive: timeout` (Node closes after 5
/// s) and sends again when a kept connection was closed under it; never through a proxy.
final class LoopbackHttp {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    record Answer(int status, byte[] body, HttpURLConnection connection) {
        @Nullable String header(String name) {
            return connection.getHeaderField(name);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private LoopbackHttp() {}

    static Answer send(
            String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
            connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            return new Answer(status, content(connection, status), connection);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s %s got no answer (%s): the engine behind it has ended or is stuck"
                            .formatted(method, uri, e.getMessage()),
                    e);
        }
    }

    private static byte[] content(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
