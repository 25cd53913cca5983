package dev.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFetchTest {
    private static final String KEY = "PLACEHOLDER/KEY+42";
    private static final int LIMIT = 1000;

    private final Redaction redaction = Redaction.of(new ApiKey(KEY));
    private final HttpFetch fetch = new HttpFetch(HttpFetch.client(Duration.ofSeconds(5)), LIMIT);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerCarriesTheKeyNowhere() {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/" + KEY);
            exchange.getResponseHeaders().set("Retry-After", "7");
            send(
                    exchange,
                    503,
                    ("your key " + KEY + " and " + exchange.getRequestURI())
                            .getBytes(StandardCharsets.UTF_8));
        });

        HttpAnswer answer = ((HttpOutcome.Answered) get()).answer();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.redactions()).isEqualTo(2);
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(answer.contentType()).isEqualTo("text/" + "X".repeat(KEY.length()));
        assertThat(answer.requestUrl())
                .startsWith("http://")
                .doesNotContain("PLACEHOLDER")
                .contains("apikey=XXXX");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("PLACEHOLDER");
    }

    @Test
    void theUserAgentIsTheCallersOwn() {
        serve(exchange ->
                send(
                        exchange,
                        200,
                        exchange.getRequestHeaders()
                                .getFirst("User-Agent")
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(((HttpOutcome.Answered) get()).answer().body())
                .isEqualTo("Tester/1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aGzippedBodyIsDecodedBeforeRedaction() {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip("key " + KEY));
        });

        HttpAnswer answer = ((HttpOutcome.Answered) get()).answer();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("key " + "X".repeat(KEY.length()));
    }

    @Test
    void aBodyThatCannotBeDecodedIsNotKept() {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            send(exchange, 200, new byte[] {1, 2, 3});
        });

        assertThat(((HttpOutcome.Unanswered) get()).failure())
                .isInstanceOf(ProviderFailure.Malformed.class);
    }

    @Test
    void aGzippedBodyMayNotUnpackBeyondTheLimit() {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip("0".repeat(LIMIT + 1)));
        });

        assertThat(((HttpOutcome.Unanswered) get()).failure().detail())
                .contains("larger than the limit of 1000 bytes");
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() {
        serve(exchange -> send(exchange, 200, new byte[LIMIT]));

        assertThat(((HttpOutcome.Answered) get()).answer().body()).hasSize(LIMIT);
    }

    @Test
    void aBodyShorterThanAnnouncedIsCutOffAndWhatArrivedIsKept() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("2025-10-29,269.2".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getHttpContext().getServer().stop(0);
        });

        HttpOutcome.CutOff cut = (HttpOutcome.CutOff) get();

        assertThat(cut.arrived().body())
                .isEqualTo("2025-10-29,269.2".getBytes(StandardCharsets.UTF_8));
        assertThat(cut.failure()).isInstanceOf(ProviderFailure.Transient.class);
    }

    @Test
    void aRedirectIsNotFollowedBecauseItWouldCarryTheKeyElsewhere() {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/?apikey=" + KEY);
            send(exchange, 302, new byte[0]);
        });

        assertThat(((HttpOutcome.Answered) get()).answer().status()).isEqualTo(302);
    }

    @Test
    void aRefusedConnectionIsATransientFailureWithoutTheKey() {
        HttpUrl url = url();
        server.stop(0);

        ProviderFailure failure =
                ((HttpOutcome.Unanswered) fetch.get(url, "Tester/1", redaction)).failure();

        assertThat(failure).isInstanceOf(ProviderFailure.Transient.class);
        assertThat(failure.reason())
                .startsWith("transient: ConnectException")
                .doesNotContain("PLACEHOLDER");
    }

    @Test
    void theTimeLimitOfACallHoldsForTheWholeCall() {
        assertThat(HttpFetch.client(Duration.ofSeconds(20)).callTimeoutMillis())
                .isCloseTo(20_000, within(0));
    }

    private HttpOutcome get() {
        return fetch.get(url(), "Tester/1", redaction);
    }

    private HttpUrl url() {
        return new HttpUrl.Builder()
                .scheme("http")
                .host("127.0.0.1")
                .port(server.getAddress().getPort())
                .addQueryParameter("apikey", KEY)
                .build();
    }

    private void serve(Answering answering) {
        server.createContext(
                "/",
                exchange -> {
                    answering.answer(exchange);
                    exchange.close();
                });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }
}
