package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.ProviderFailure.Empty;
import dev.bellwether.ingest.ProviderFailure.Malformed;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Reads the body of TIME_SERIES_DAILY as CSV: any line ends, any order of days.
final class DailyCsv {
    static final String HEADER = "timestamp,open,high,low,close,volume";

    private DailyCsv() {}

    /// What a body holds.
    sealed interface Reading {
        /// Bars, or at least lines that were meant to be bars.
        record Rows(DailySeries series) implements Reading {}

        /// Nothing that may be used.
        record Unusable(ProviderFailure failure) implements Reading {}
    }

    static Reading read(byte[] body, Symbol symbol) {
        String text = BodyText.of(body);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            return new Reading.Unusable(new Empty("an empty body"));
        }
        if (!lines.getFirst().equals(HEADER)) {
            return new Reading.Unusable(
                    new Malformed("the first line is not '%s'".formatted(HEADER)));
        }
        // A cut number is still a number, so a last line without its end condemns the body, not the
        // line.
        if (lines.size() > 1 && !text.endsWith("\n") && !text.endsWith("\r")) {
            return new Reading.Unusable(
                    new Malformed("the last line has no end: the body was cut"));
        }
        List<String> rows = lines.stream().skip(1).filter(line -> !line.isBlank()).toList();
        return rows.isEmpty()
                ? new Reading.Unusable(new Empty("a header without rows"))
                : new Reading.Rows(series(rows, symbol));
    }

    private static DailySeries series(List<String> rows, Symbol symbol) {
        Map<LocalDate, List<DailyCsvRow.Accepted>> byDay = new TreeMap<>();
        List<RefusedRow> refused = new ArrayList<>();
        int repeated = 0;
        int rounded = 0;
        for (String line : rows) {
            switch (DailyCsvRow.read(line, symbol)) {
                case DailyCsvRow.Refused(RefusedRow row) -> refused.add(row);
                case DailyCsvRow.Accepted row -> {
                    List<DailyCsvRow.Accepted> sameDay =
                            byDay.computeIfAbsent(row.bar().tradingDay(), _ -> new ArrayList<>());
                    if (sameDay.stream().anyMatch(other -> other.bar().sameFigures(row.bar()))) {
                        repeated++;
                    } else {
                        sameDay.add(row);
                        rounded += row.rounded() ? 1 : 0;
                    }
                }
            }
        }
        NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>();
        byDay.forEach((day, sameDay) -> {
            if (sameDay.size() == 1) {
                bars.put(day, sameDay.getFirst().bar());
            } else {
                sameDay.forEach(row -> refused.add(conflict(row, sameDay.size())));
            }
        });
        return new DailySeries(bars, refused, repeated, rounded);
    }

    // Nothing tells which of them is right, so none is taken.
    private static RefusedRow conflict(DailyCsvRow.Accepted row, int versions) {
        return new RefusedRow(
                QuarantineReason.CONFLICTING_DUPLICATE,
                "%d different rows for %s".formatted(versions, row.bar().tradingDay()),
                row.line());
    }
}
