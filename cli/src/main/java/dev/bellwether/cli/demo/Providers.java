package dev.bellwether.cli.demo;

import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.simulator.Faults;
import dev.bellwether.simulator.KeyPlan;
import dev.bellwether.simulator.ProviderSimulator;
import dev.bellwether.simulator.SimulatorSettings;
import dev.bellwether.simulator.SyntheticMarket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whom a demo's functions fetch from, for which symbols and which day.
///
/// @param symbols what the pipeline is deployed for
/// @param runDay the day whose session is run
/// @param kind which kind of market it is: `synthetic`, `input` or `live`
/// @param source where the market comes from, for the user
/// @param remarks what the user should know before the run
/// @param pace how the day goes by
/// @param callSpacing least time between two calls of Alpha Vantage
/// @param alphaVantageKey the key's value; it goes into the local parameter store, in memory only
/// @param endpoints `PROVIDER_ENDPOINT_URL_*` of the functions
/// @param simulator the simulated providers; null when the real ones are asked
record Providers(
        List<Symbol> symbols,
        LocalDate runDay,
        String kind,
        String source,
        List<String> remarks,
        Pace pace,
        Duration callSpacing,
        Secret alphaVantageKey,
        Map<String, String> endpoints,
        @Nullable ProviderSimulator simulator)
        implements AutoCloseable {
    private static final Duration FREE_KEY_SPACING = Duration.ofMillis(1100);

    /// A value that never shows in text.
    record Secret(String value) {
        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /// How a demo's day goes by.
    sealed interface Pace {
        /// The whole day is replayed on market time.
        record Replay() implements Pace {}

        /// Each function is called once, at this instant.
        record Now(Instant at) implements Pace {}
    }

    /// Simulated providers on loopback, behind a key made up for this run.
    static Providers simulated(
            DemoMarket market, KeyPlan plan, Faults faults, InstantSource clock) {
        ProviderSimulator simulator =
                ProviderSimulator.start(
                        market.market(),
                        new SimulatorSettings(plan, faults, clock, Duration.ofSeconds(5)));
        byte[] key = new byte[8];
        new SecureRandom().nextBytes(key);
        return new Providers(
                market.symbols(),
                market.runDay(),
                market.kind(),
                market.source(),
                market.ignored().stream().map(file -> "ignored " + file).toList(),
                new Pace.Replay(),
                // A simulated premium key may be asked as fast as it answers.
                plan == KeyPlan.PREMIUM ? Duration.ZERO : FREE_KEY_SPACING,
                new Secret("SIM" + HexFormat.of().withUpperCase().formatHex(key)),
                endpoints(simulator.alphaVantageUrl(), simulator.yahooUrl()),
                simulator);
    }

    /// The real providers, asked once, about the newest session that has closed.
    ///
    /// @param endpoints other base URLs of the providers, as `PROVIDER_ENDPOINT_URL_*`
    static Providers live(
            @Nullable String symbols,
            String key,
            Map<String, String> endpoints,
            InstantSource clock) {
        Instant now = clock.instant();
        return new Providers(
                symbols == null ? SyntheticMarket.DEFAULT_SYMBOLS : Symbol.listOf(symbols),
                TradingCalendar.nyse().lastClosed(now).tradingDay(),
                "live",
                "Alpha Vantage and Yahoo",
                List.of(),
                new Pace.Now(now),
                FREE_KEY_SPACING,
                new Secret(key),
                endpoints,
                null);
    }

    /// The context that the stacks are synthesized with.
    ///
    /// @param days those the lake has partitions of already: queries must go on seeing them
    SortedMap<String, String> context(NavigableSet<LocalDate> days) {
        NavigableSet<LocalDate> shown = new TreeSet<>(days);
        shown.add(runDay);
        return context(symbols, shown, callSpacing);
    }

    /// The context of stacks for these symbols.
    ///
    /// @param shown days that queries must see, at least one
    static SortedMap<String, String> context(
            List<Symbol> symbols, NavigableSet<LocalDate> shown, Duration callSpacing) {
        SortedMap<String, String> context = new TreeMap<>();
        context.put("symbols", String.join(",", symbols.stream().map(Symbol::value).toList()));
        // Whole months, so that one more day is not another synthesis. The end is a day, too: what
        // the lake shows must not depend on this machine's date.
        context.put("lakeStart", shown.getFirst().minusMonths(1).withDayOfMonth(1).toString());
        context.put("lakeEnd", shown.getLast().plusMonths(2).withDayOfMonth(1).toString());
        context.put(
                "trainingImage",
                "000000000000.dkr.ecr.us-east-1.amazonaws.com/bellwether-training:local");
        context.put("alphaVantageCallSpacingMillis", Long.toString(callSpacing.toMillis()));
        return context;
    }

    /// As [#context], for functions that are not on this machine: they are told by the template
    /// where the simulated providers are.
    ///
    /// @param address of this machine as those functions see it
    SortedMap<String, String> contextSeenFrom(String address) {
        String url =
                Objects.requireNonNull(simulator, "the real providers have their own addresses")
                        .serveOn(address)
                        .toString();
        SortedMap<String, String> context = context(new TreeSet<>());
        context.put("alphaVantageEndpoint", url);
        context.put("yahooEndpoint", url);
        return context;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private static Map<String, String> endpoints(URI alphaVantage, URI yahoo) {
        return Map.of(
                "PROVIDER_ENDPOINT_URL_ALPHAVANTAGE", alphaVantage.toString(),
                "PROVIDER_ENDPOINT_URL_YAHOO", yahoo.toString());
    }
}
