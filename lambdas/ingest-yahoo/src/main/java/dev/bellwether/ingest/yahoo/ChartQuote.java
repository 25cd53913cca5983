package dev.bellwether.ingest.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.ingest.yahoo.ChartReading.Read;
import dev.bellwether.ingest.yahoo.ChartReading.Unusable;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads the running session's quote out of a chart of daily bars. `meta` says it where it has the
/// field; what it lacks is taken from the session's elements of the arrays, of which any may be
/// null.
final class ChartQuote {
    private static final String FEED = "composite";
    // Prices come as binary fractions: 134.17999267578125.
    private static final int DECIMALS = 4;
    private static final int MOST_DIGITS = 60;
    // A schedule fires up to a minute after its time, and the provider's clock is not ours.
    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final List<String> ARRAYS = List.of("open", "high", "low", "close", "volume");

    private final JsonNode meta;
    private final JsonNode arrays;
    private final int[] ofSession;
    private final List<String> missing = new ArrayList<>();

    private ChartQuote(JsonNode meta, JsonNode arrays, int[] ofSession) {
        this.meta = meta;
        this.arrays = arrays;
        this.ofSession = ofSession;
    }

    static ChartReading read(JsonNode chart, Symbol symbol, Session session, Instant pollTime) {
        JsonNode meta = chart.path("meta");
        JsonNode times = chart.path("timestamp");
        JsonNode arrays = chart.path("indicators").path("quote").path(0);
        if (!meta.path("dataGranularity").asText("1d").equals("1d")) {
            return new Unusable(
                    "asked for daily bars, got " + meta.path("dataGranularity").asText());
        }
        if (times.isEmpty()) {
            return new Unusable("no data");
        }
        for (String name : ARRAYS) {
            if (arrays.path(name).size() != times.size()) {
                return new Unusable(
                        "ragged: %d times, but %d elements of %s"
                                .formatted(times.size(), arrays.path(name).size(), name));
            }
        }
        if (!meta.path("regularMarketTime").canConvertToLong()) {
            return new Unusable("no market time");
        }
        Instant marketTime = Instant.ofEpochSecond(meta.path("regularMarketTime").asLong());
        if (marketTime.isBefore(session.open())) {
            return new Unusable("stale: the last trade was at " + marketTime);
        }
        if (marketTime.isAfter(pollTime.plus(TOLERANCE))) {
            return new Unusable(
                    "the last trade, at %s, is later than the poll".formatted(marketTime));
        }
        int[] ofSession =
                IntStream.range(0, times.size())
                        .filter(i -> isOf(session, times.path(i)))
                        .toArray();
        return new ChartQuote(meta, arrays, ofSession).quote(symbol, marketTime);
    }

    private static boolean isOf(Session session, JsonNode time) {
        return Instant.ofEpochSecond(time.asLong())
                .atZone(TradingCalendar.ZONE)
                .toLocalDate()
                .equals(session.tradingDay());
    }

    private ChartReading quote(Symbol symbol, Instant marketTime) {
        BigDecimal open = price("open", elements("open").findFirst());
        BigDecimal high =
                price(
                        "high",
                        meta("regularMarketDayHigh")
                                .or(() -> elements("high").max(BigDecimal::compareTo)));
        BigDecimal low =
                price(
                        "low",
                        meta("regularMarketDayLow")
                                .or(() -> elements("low").min(BigDecimal::compareTo)));
        BigDecimal price = price("price", meta("regularMarketPrice").or(() -> last("close")));
        BigDecimal previousClose =
                price("previous close", meta("chartPreviousClose").or(() -> meta("previousClose")));
        BigDecimal volume = require("volume", meta("regularMarketVolume").or(() -> last("volume")));
        if (!missing.isEmpty()) {
            return new Unusable("no " + String.join(", no ", missing));
        }
        try {
            return new Read(
                    Quote.of(
                            symbol,
                            open,
                            high,
                            low,
                            price,
                            previousClose,
                            volume.longValueExact(),
                            marketTime,
                            Provider.YAHOO,
                            FEED));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Unusable("impossible: " + e.getMessage());
        }
    }

    private Optional<BigDecimal> meta(String name) {
        return number(meta.path(name));
    }

    private Optional<BigDecimal> last(String name) {
        return elements(name).reduce((_, later) -> later);
    }

    private Stream<BigDecimal> elements(String name) {
        return IntStream.of(ofSession)
                .mapToObj(i -> number(arrays.path(name).path(i)))
                .flatMap(Optional::stream);
    }

    // A number such as 1e999999999 is a few bytes on the wire and a gigabyte in plain notation.
    private static Optional<BigDecimal> number(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(number ->
                        Math.abs((long) number.scale()) <= MOST_DIGITS
                                && number.precision() <= MOST_DIGITS);
    }

    private BigDecimal price(String name, Optional<BigDecimal> figure) {
        BigDecimal rounded =
                require(name, figure)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private BigDecimal require(String name, Optional<BigDecimal> figure) {
        if (figure.isEmpty()) {
            missing.add(name);
        }
        return figure.orElse(BigDecimal.ZERO);
    }
}
