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

    /// The first row of a day stands, as where the lake's tables are made; a later one that says
    /// otherwise is refused.
    private static DailySeries series(List<String> rows, Symbol symbol) {
        NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>();
        List<RefusedRow> refused = new ArrayList<>();
        int repeated = 0;
        int rounded = 0;
        for (String line : rows) {
            switch (DailyCsvRow.read(line, symbol)) {
                case DailyCsvRow.Refused(RefusedRow row) -> refused.add(row);
                case DailyCsvRow.Accepted row -> {
                    LocalDate day = row.bar().tradingDay();
                    OhlcvBar first = bars.putIfAbsent(day, row.bar());
                    if (first == null) {
                        rounded += row.rounded() ? 1 : 0;
                    } else if (first.sameFigures(row.bar())) {
                        repeated++;
                    } else {
                        refused.add(
                                new RefusedRow(
                                        QuarantineReason.CONFLICTING_DUPLICATE,
                                        "an earlier row has other figures for " + day,
                                        line));
                    }
                }
            }
        }
        return new DailySeries(bars, refused, repeated, rounded);
    }
}
