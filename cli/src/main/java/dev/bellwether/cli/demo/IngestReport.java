package dev.bellwether.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.local.function.InvocationOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What `ingest-alphavantage` answered, read for the user.
///
/// @param runDay the newest session it looked for
/// @param symbols one entry a symbol, in the order they were fetched
public record IngestReport(String runDay, List<SymbolReport> symbols) {
    private static final JsonMapper JSON = new JsonMapper();

    /// What became of one symbol.
    ///
    /// @param outcome `loaded`, `unchanged`, `stale` or `failed`
    /// @param rows bars in the lake
    /// @param newRows bars that are new or restated
    /// @param rejected rows that went to quarantine
    public record SymbolReport(
            String symbol,
            String outcome,
            int rows,
            int newRows,
            int rejected,
            String lastDay,
            List<String> notes,
            String reason) {}

    /// Throws [FailedException] when the function failed.
    static IngestReport of(InvocationOutcome outcome) {
        return of(answer(outcome).getBytes(StandardCharsets.UTF_8));
    }

    /// What a function answered. Throws [FailedException] when it failed.
    static String answer(InvocationOutcome outcome) {
        if (outcome instanceof InvocationOutcome.Answered answered) {
            return answered.text();
        }
        throw new FailedException(
                "A function failed: %s. Its log is in the state folder, under logs/."
                        .formatted(outcome.summary()));
    }

    static IngestReport of(byte[] answer) {
        try {
            JsonNode node = JSON.readTree(answer);
            List<SymbolReport> symbols = new ArrayList<>();
            for (JsonNode entry : node.path("symbols")) {
                List<String> notes = new ArrayList<>();
                entry.path("notes").forEach(note -> notes.add(note.asText()));
                symbols.add(
                        new SymbolReport(
                                entry.path("symbol").asText(),
                                entry.path("outcome").asText(),
                                entry.path("rows").asInt(),
                                entry.path("newRows").asInt(),
                                entry.path("rejected").asInt(),
                                entry.path("lastDay").asText(""),
                                List.copyOf(notes),
                                entry.path("reason").asText("")));
            }
            return new IngestReport(node.path("runDay").asText(), List.copyOf(symbols));
        } catch (IOException e) {
            throw new UncheckedIOException("ingest-alphavantage answered no JSON", e);
        }
    }

    /// One line for the user.
    String summary() {
        int loaded = symbols.stream().mapToInt(SymbolReport::newRows).sum();
        return "%d symbols, %,d new bars up to %s".formatted(symbols.size(), loaded, runDay);
    }

    /// What the user should know about single symbols.
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (SymbolReport symbol : symbols) {
            switch (symbol.outcome()) {
                case "failed" -> warnings.add("%s: %s".formatted(symbol.symbol(), symbol.reason()));
                case "stale" ->
                        warnings.add(
                                "%s is stale: its last bar is of %s; no quotes and no alerts"
                                        .formatted(symbol.symbol(), symbol.lastDay()));
                default -> {}
            }
            // A bar of a session that has not closed yet is no news.
            symbol.notes().stream()
                    .filter(note -> !note.contains("unfinished"))
                    .forEach(note -> warnings.add("%s: %s".formatted(symbol.symbol(), note)));
        }
        return List.copyOf(warnings);
    }
}
