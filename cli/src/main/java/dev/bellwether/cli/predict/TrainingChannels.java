package dev.bellwether.cli.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// What a training container finds under `/opt/ml/input`.
record TrainingChannels(Path root) {

    void write(PredictionInput input, LocalDate runDay, Instant createdAt, int horizon)
            throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("run_day", runDay.toString());
        parameters.put("created_at", createdAt.toString());
        parameters.put("horizon_sessions", String.valueOf(horizon));
        Path config = Files.createDirectories(root.resolve("input/config"));
        Files.write(
                config.resolve("hyperparameters.json"),
                new ObjectMapper().writeValueAsBytes(parameters));
        Path bars = Files.createDirectories(root.resolve("input/data/bars"));
        for (Map.Entry<Symbol, DailySeries> entry : input.series().entrySet()) {
            if (!entry.getValue().isEmpty()) {
                Files.write(bars.resolve(entry.getKey() + ".csv"), entry.getValue().csv());
            }
        }
        Path facts = Files.createDirectories(root.resolve("input/data/facts"));
        Files.writeString(facts.resolve("splits.csv"), splits(input));
        Files.writeString(facts.resolve("conditions.csv"), conditions(input));
    }

    private static String splits(PredictionInput input) {
        StringBuilder csv = new StringBuilder("symbol,effective_date,new_shares,old_shares\n");
        input.splits()
                .forEach((symbol, byDay) -> {
                    DailySeries series = input.series().get(symbol);
                    // Prices that are restated for splits have no jump that one explains.
                    if (series != null && series.isAsTraded()) {
                        byDay.values().forEach(split -> append(csv, split));
                    }
                });
        return csv.toString();
    }

    private static void append(StringBuilder csv, Split split) {
        csv.append(split.symbol()).append(',').append(split.effectiveDay()).append(',');
        csv.append(split.newShares()).append(',').append(split.oldShares()).append('\n');
    }

    private static String conditions(PredictionInput input) {
        StringBuilder csv = new StringBuilder("symbol,trading_day,condition\n");
        input.series()
                .forEach((symbol, series) ->
                        series.degraded()
                                .forEach(day ->
                                        csv.append(symbol)
                                                .append(',')
                                                .append(day)
                                                .append(',')
                                                .append(DataCondition.DEGRADED.id())
                                                .append('\n')));
        return csv.toString();
    }
}
