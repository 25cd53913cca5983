package dev.bellwether.ingest.alphavantage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.ingest.alphavantage.SymbolReport.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one run did, symbol by symbol.
record RunReport(LocalDate runDay, List<SymbolReport> symbols) {
    private static final JsonMapper JSON = new JsonMapper();

    /// The function's answer.
    byte[] toJson() {
        ObjectNode answer = JSON.createObjectNode().put("runDay", runDay.toString());
        var rows = answer.putArray("symbols");
        for (SymbolReport report : symbols) {
            ObjectNode row =
                    rows.addObject()
                            .put("symbol", report.symbol().value())
                            .put("outcome", report.outcome().id())
                            .put("rows", report.rows())
                            .put("newRows", report.newRows())
                            .put("rejected", report.rejected())
                            .put("lastDay", text(report.lastDay()));
            report.notes().forEach(row.putArray("notes")::add);
            row.put("reason", report.reason());
        }
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// One line for the log: counts, and the reasons of what failed.
    String toLogLine() {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("function", "ingest-alphavantage")
                        .put("runDay", runDay.toString());
        for (Outcome outcome : Outcome.values()) {
            line.put(outcome.id(), symbols.stream().filter(s -> s.outcome() == outcome).count());
        }
        line.put("newRows", symbols.stream().mapToInt(SymbolReport::newRows).sum());
        line.put("rejected", symbols.stream().mapToInt(SymbolReport::rejected).sum());
        ObjectNode reasons = line.putObject("reasons");
        symbols.stream()
                .filter(s -> s.reason() != null)
                .forEach(s -> reasons.put(s.symbol().value(), s.reason()));
        return line.toString();
    }

    /// Lets the invocation fail, so that it shows and can be tried again, if anything could not be
    /// stored.
    void requireStored() {
        List<SymbolReport> unstored =
                symbols.stream().filter(s -> s.storageProblem() != null).toList();
        if (!unstored.isEmpty()) {
            StorageException failure =
                    new StorageException(
                            "Loading %d of %d symbols failed on our side: %s"
                                    .formatted(
                                            unstored.size(),
                                            symbols.size(),
                                            unstored.stream().map(SymbolReport::symbol).toList()));
            unstored.stream()
                    .map(SymbolReport::storageProblem)
                    .filter(Objects::nonNull)
                    .forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
