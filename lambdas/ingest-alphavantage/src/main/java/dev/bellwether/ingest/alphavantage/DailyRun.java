package dev.bellwether.ingest.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One run of the function, as its event asks for it.
///
/// @param scheduledTime market time of the run
/// @param mode whether its bars may lead to alerts
/// @param symbols in the order in which they are loaded
record DailyRun(Instant scheduledTime, Mode mode, List<Symbol> symbols) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Whether the bars of the run's day may lead to alerts.
    enum Mode {
        SCHEDULED,
        BACKFILL
    }

    /// The newest session that is over at the run's time.
    LocalDate runDay() {
        return TradingCalendar.nyse().lastClosed(scheduledTime).tradingDay();
    }

    /// Reads the event; symbols that it does not name are `defaultSymbols`.
    ///
    /// @throws IllegalArgumentException if the event is none of ours
    static DailyRun read(InputStream event, List<Symbol> defaultSymbols) throws IOException {
        JsonNode json = JSON.readTree(event);
        return new DailyRun(scheduledTime(json), mode(json), symbols(json, defaultSymbols));
    }

    private static Instant scheduledTime(JsonNode event) {
        String text = event.path("scheduledTime").asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The event's scheduledTime is '%s'; send {\"scheduledTime\":\"2025-10-30T04:00:00Z\"}"
                            .formatted(text),
                    e);
        }
    }

    private static Mode mode(JsonNode event) {
        String mode = event.path("mode").asText("");
        return switch (mode) {
            case "" -> Mode.SCHEDULED;
            case "backfill" -> Mode.BACKFILL;
            default ->
                    throw new IllegalArgumentException(
                            "The event's mode is '%s'; leave it out or send \"backfill\""
                                    .formatted(mode));
        };
    }

    private static List<Symbol> symbols(JsonNode event, List<Symbol> defaultSymbols) {
        List<Symbol> named = new ArrayList<>();
        event.path("symbols").forEach(symbol -> named.add(Symbol.of(symbol.asText())));
        return named.isEmpty() ? defaultSymbols : named.stream().distinct().toList();
    }
}
