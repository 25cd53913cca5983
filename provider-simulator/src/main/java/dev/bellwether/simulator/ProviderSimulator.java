package dev.bellwether.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Alpha Vantage and Yahoo on a loopback port: a market served under the providers' own URL forms,
/// with faults on request.
///
/// Started on a port that the system chooses; [#close()] ends it and whatever it is still
/// answering.
public final class ProviderSimulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ALPHA_VANTAGE_PATH = "/query";
    private static final String YAHOO_PATH = "/v8/finance/chart/";

    static {
        // Header and body are separate writes; without this, Nagle's algorithm holds the second one
        // back for some 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final List<HttpServer> others = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AlphaVantageEndpoint alphaVantage;
    private final YahooEndpoint yahoo;
    private final Duration slowness;
    private final Map<Provider, Long> requests = new ConcurrentHashMap<>();
    private volatile ActiveFaults faults;

    private ProviderSimulator(HttpServer server, Market market, SimulatorSettings settings) {
        this.server = server;
        this.alphaVantage = new AlphaVantageEndpoint(market, settings.plan(), settings.clock());
        this.yahoo = new YahooEndpoint(market);
        this.slowness = settings.slowness();
        this.faults = new ActiveFaults(settings.faults());
    }

    /// Starts serving the market.
    public static ProviderSimulator start(Market market, SimulatorSettings settings) {
        HttpServer server = open(LOOPBACK);
        ProviderSimulator simulator = new ProviderSimulator(server, market, settings);
        simulator.serve(server);
        return simulator;
    }

    /// Serves on one more address, too: containers do not reach this machine's loopback.
    ///
    /// @param address of this machine, such as the gateway of a container network; never a wildcard
    /// @return what stands in for both providers there
    public URI serveOn(String address) {
        HttpServer other = open(address);
        others.add(other);
        serve(other);
        return url(address, other);
    }

    private static HttpServer open(String address) {
        try {
            return HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Opening a port on %s failed: %s".formatted(address, e.getMessage()), e);
        }
    }

    private void serve(HttpServer opened) {
        opened.setExecutor(executor);
        opened.createContext(ALPHA_VANTAGE_PATH, this::answerAlphaVantage);
        opened.createContext(YAHOO_PATH, this::answerYahoo);
        opened.start();
    }

    private static URI url(String address, HttpServer server) {
        return URI.create("http://%s:%d".formatted(address, server.getAddress().getPort()));
    }

    /// What stands in for `https://www.alphavantage.co`.
    public URI alphaVantageUrl() {
        return url(LOOPBACK, server);
    }

    /// What stands in for `https://query1.finance.yahoo.com`.
    public URI yahooUrl() {
        return alphaVantageUrl();
    }

    /// How many requests the provider has been sent so far, refused ones too.
    public long requests(Provider provider) {
        return requests.getOrDefault(provider, 0L);
    }

    /// Misbehaves like this from now on, and no longer as before.
    public void misbehave(Faults instead) {
        faults = new ActiveFaults(instead);
    }

    @Override
    public void close() {
        others.forEach(other -> other.stop(0));
        server.stop(0);
        executor.shutdownNow();
    }

    private void answerAlphaVantage(HttpExchange exchange) throws IOException {
        Query query = Query.of(exchange.getRequestURI());
        Set<Fault> shown = next(Provider.ALPHA_VANTAGE, query.value("symbol"));
        boolean known = exchange.getRequestURI().getPath().equals(ALPHA_VANTAGE_PATH);
        send(
                exchange,
                shown,
                known ? alphaVantage.answer(query, shown) : Answer.text(404, "Not Found"));
    }

    private void answerYahoo(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String symbol =
                URLDecoder.decode(path.substring(YAHOO_PATH.length()), StandardCharsets.UTF_8);
        Set<Fault> shown = next(Provider.YAHOO, symbol);
        send(exchange, shown, yahoo.answer(symbol, Query.of(exchange.getRequestURI()), shown));
    }

    private Set<Fault> next(Provider provider, String symbol) {
        requests.merge(provider, 1L, Long::sum);
        return faults.next(
                provider,
                Symbol.isValid(symbol) ? Optional.of(Symbol.of(symbol)) : Optional.empty());
    }

    private void send(HttpExchange exchange, Set<Fault> shown, Answer answer) throws IOException {
        try (exchange) {
            if (shown.contains(Fault.SLOW)) {
                Thread.sleep(slowness);
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
            }
        } catch (InterruptedException e) {
            // The simulator is being closed: the caller sees the connection end.
            Thread.currentThread().interrupt();
        }
    }
}
