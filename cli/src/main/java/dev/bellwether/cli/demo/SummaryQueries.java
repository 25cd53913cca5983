package dev.bellwether.cli.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The questions that a run's summary asks the lake, in Athena's dialect.
final class SummaryQueries {
    private SummaryQueries() {}

    /// Name and SQL of each, in the order they are shown.
    ///
    /// @param trainingDay the day whose forecasts are shown
    static SequencedMap<String, String> of(LocalDate runDay, LocalDate trainingDay) {
        SequencedMap<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "daily_bars",
                """
                SELECT symbol, count(*) AS bars, min(trading_day) AS first_day, max(trading_day) AS last_day,
                       count_if(flags <> '') AS flagged
                FROM daily_bars GROUP BY symbol ORDER BY symbol\
                """);
        queries.put(
                "quotes",
                """
                SELECT symbol, count(*) AS quotes, min("timestamp") AS first_at, max("timestamp") AS last_at,
                       CAST(max_by(price, "timestamp") AS decimal(18,4)) AS last_price
                FROM quotes WHERE dt = '%s' GROUP BY symbol ORDER BY symbol\
                """
                        .formatted(runDay));
        queries.put(
                "alerts",
                """
                SELECT symbol, bar_day, direction, message FROM alerts WHERE dt = '%s' ORDER BY symbol, direction\
                """
                        .formatted(runDay));
        queries.put(
                "predictions",
                """
                SELECT symbol, as_of, target_date, model, CAST(last_close AS decimal(18,4)) AS last_close,
                       CAST(predicted_close AS decimal(18,4)) AS predicted_close, CAST(lower_80 AS decimal(18,4)) AS lower_80,
                       CAST(upper_80 AS decimal(18,4)) AS upper_80, CAST(naive_close AS decimal(18,4)) AS naive_close, skill
                FROM predictions WHERE dt = '%s' ORDER BY symbol\
                """
                        .formatted(trainingDay));
        return queries;
    }
}
