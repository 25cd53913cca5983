package dev.bellwether.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.market.wire.QuoteJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestYahooHandlerTest {
    private static final String AT_18_31 = "{\"scheduledTime\":\"2021-01-11T18:31:00Z\"}";

    private final ScriptedStream stream = new ScriptedStream();
    private final FakeContext context = new FakeContext();
    private final Map<String, String> charts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> userAgents = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aScheduledPollPublishesTheQuotesOfTheSession() throws IOException {
        charts.put("AAPL", new Chart().json());
        charts.put("MSFT", new Chart().times("").json());

        String answer = run("AAPL,MSFT", AT_18_31);

        assertThat(answer)
                .isEqualTo(
                        "{\"scheduledTime\":\"2021-01-11T18:31:00Z\",\"session\":\"open\",\"published\":1,"
                                + "\"skipped\":[{\"symbol\":\"MSFT\",\"reason\":\"no data\"}]}");
        assertThat(stream.keptKeys()).containsExactly("AAPL");
        assertThat(stream.keptData())
                .containsExactly(
                        "{\"symbol\":\"AAPL\",\"open\":129.19,\"high\":130.17,\"low\":128.5,\"price\":129.55,"
                                + "\"previous_close\":132.05,\"change\":-2.50,\"change_percent\":-1.8932,\"volume\":60742188,"
                                + "\"timestamp\":\"2021-01-11T18:30:13Z\",\"provider\":\"yahoo\",\"feed\":\"composite\",\"sequence\":0,"
                                + "\"schema_version\":1}");
        assertThat(asked)
                .contains(
                        "/v8/finance/chart/AAPL?interval=1d&period1=1610375400&period2=1610389861&includePrePost=false");
        assertThat(userAgents).allMatch(agent -> agent.startsWith("Mozilla/5.0"));
        assertThat(context.log())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("{\"function\":\"ingest-yahoo\"");
    }

    @Test
    void aMessageOfTheQueuePollsForHalfAMinuteLater() throws IOException {
        charts.put("AAPL", new Chart().json());

        String answer = run("AAPL", recorded("sqs.json"));

        assertThat(answer)
                .startsWith(
                        "{\"scheduledTime\":\"2021-01-11T18:31:00Z\",\"session\":\"open\",\"published\":1");
        assertThat(asked).first().asString().contains("period2=1610389891");
    }

    @Test
    void outsideASessionNothingIsAsked() throws IOException {
        for (String time :
                List.of(
                        "2021-01-11T14:29:59Z",
                        "2021-01-11T21:00:01Z",
                        "2021-01-09T18:00:00Z",
                        "2021-01-18T18:00:00Z")) {
            assertThat(run("AAPL", "{\"scheduledTime\":\"%s\"}".formatted(time)))
                    .isEqualTo(
                            "{\"scheduledTime\":\"%s\",\"session\":\"closed\",\"published\":0,\"skipped\":[]}"
                                    .formatted(time));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theSessionsFirstAndLastInstantArePolled() throws IOException {
        charts.put("AAPL", new Chart().times("").json());
        for (String time : List.of("2021-01-11T14:30:00Z", "2021-01-11T21:00:00Z")) {
            assertThat(run("AAPL", "{\"scheduledTime\":\"%s\"}".formatted(time)))
                    .contains("\"session\":\"open\"");
        }
    }

    @Test
    void aRefusalIsNoErrorAndEndsThePollsCalls() throws IOException {
        String answer = run("A,B,C,D,E,F,G,H", AT_18_31);

        assertThat(answer)
                .contains("\"published\":0")
                .contains("throttled: the provider refuses calls for now");
        // Three calls are under way at most when the first refusal comes.
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
        assertThat(answer.split("not asked: ", -1)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(stream.calls()).isEmpty();
    }

    @Test
    void symbolsKeepTheirOrderAndOneFailureDoesNotStopTheOthers() throws IOException {
        charts.put(
                "B",
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"gone\"}}}");
        for (String symbol : List.of("D", "A", "C")) {
            charts.put(symbol, new Chart().json());
        }

        assertThat(run("D,B,A,C", AT_18_31))
                .contains("\"symbol\":\"B\",\"reason\":\"unknown-symbol: Not Found, gone\"");
        assertThat(stream.keptKeys()).containsExactly("D", "A", "C");
        assertThat(stream.keptData())
                .allSatisfy(data -> QuoteJson.read(data.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aProviderThatIsAwayIsNoError() throws IOException {
        IngestYahooHandler handler = handler("AAPL");
        server.stop(0);

        assertThat(run(handler, AT_18_31))
                .contains("\"published\":0")
                .contains("transient: ConnectException");
    }

    @Test
    void noCallIsMadeThatCouldOutlastTheInvocation() throws IOException {
        context.leave(10_999);

        assertThat(run("AAPL", AT_18_31)).contains("not asked: no time left in this invocation");
        assertThat(asked).isEmpty();
    }

    @Test
    void aStreamThatRefusesIsAnError() {
        charts.put("AAPL", new Chart().json());
        stream.refusesAll();

        assertThatThrownBy(() -> run("AAPL", AT_18_31))
                .isInstanceOf(QuotesNotPublishedException.class);
    }

    @Test
    void anEventWithoutItsTimeIsRefused() {
        assertThatThrownBy(() -> run("AAPL", "{\"time\":1}"))
                .hasMessageContaining("scheduledTime is ''");
    }

    private String run(String symbols, String event) throws IOException {
        return run(handler(symbols), event);
    }

    private String run(IngestYahooHandler handler, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        String text = answer.toString(StandardCharsets.UTF_8);
        new JsonMapper().readTree(text);
        return text;
    }

    private IngestYahooHandler handler(String symbols) {
        YahooSettings settings =
                YahooSettings.from(
                        Map.of(
                                "SYMBOLS",
                                symbols,
                                "QUOTE_STREAM",
                                "Quotes",
                                "AWS_REGION",
                                "us-east-1",
                                "PROVIDER_ENDPOINT_URL_YAHOO",
                                "http://127.0.0.1:" + server.getAddress().getPort()));
        return new IngestYahooHandler(
                AwsWiring.wire(
                        settings,
                        new QuotePublisher(
                                stream,
                                settings.quoteStream(),
                                _ -> {},
                                RandomGenerator.getDefault())));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestURI().toString());
        userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        String chart = charts.get(path.substring(path.lastIndexOf('/') + 1));
        byte[] body =
                Objects.requireNonNullElse(chart, "Edge: Too Many Requests")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(chart == null ? 429 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String recorded(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        IngestYahooHandlerTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
