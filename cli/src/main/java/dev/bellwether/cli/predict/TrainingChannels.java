package dev.bellwether.cli.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.wire.FactsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        SortedMap<Symbol, SeriesFacts> known = facts(input);
        Files.write(facts.resolve(FactsCsv.SPLITS), FactsCsv.splits(known));
        Files.write(facts.resolve(FactsCsv.CONDITIONS), FactsCsv.conditions(known));
    }

    private static SortedMap<Symbol, SeriesFacts> facts(PredictionInput input) {
        SortedMap<Symbol, SeriesFacts> facts = new TreeMap<>();
        input.series()
                .forEach((symbol, series) ->
                        facts.put(
                                symbol,
                                new SeriesFacts(
                                        // Prices that are restated for splits have no jump that
                                        // one explains.
                                        series.isAsTraded()
                                                ? List.copyOf(
                                                        input.splits()
                                                                .getOrDefault(symbol, Map.of())
                                                                .values())
                                                : List.of(),
                                        series.degraded().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Function.identity(),
                                                                _ -> DataCondition.DEGRADED)))));
        return facts;
    }
}
