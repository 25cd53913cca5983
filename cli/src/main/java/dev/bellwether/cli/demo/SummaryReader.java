package dev.bellwether.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.lake.LocalLake;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.cli.query.AthenaSession;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.TrainingSnapshot;
import dev.bellwether.market.wire.TrainingSnapshotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks the lake what a run came to.
record SummaryReader(Home home, StateFolder state, Progress progress) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BARS = "daily_bars";

    /// The run's summary.
    ///
    /// @param started wall clock at which the run began: what was quarantined before is not its own
    DemoSummary read(Providers providers, Path assembly, Instant started, DayProgress day) {
        SequencedMap<String, ResultTable> tables = new LinkedHashMap<>();
        tables.put("symbols", symbols(day));
        LocalLake lake = LocalLake.of(state);
        LocalDate trainingDay = trainingDay(lake).orElse(providers.runDay());
        try (AthenaSession athena = AthenaSession.start(home, state, assembly)) {
            for (Map.Entry<String, String> query :
                    SummaryQueries.of(providers.runDay(), trainingDay).entrySet()) {
                progress.moving("summary", query.getKey().replace('_', ' '));
                tables.put(query.getKey(), AthenaSession.table(athena.query(query.getValue())));
            }
        }
        ResultTable quarantine = quarantine(lake, started);
        tables.put("quarantine", quarantine);
        progress.done("summary", "by SQL over the lake");
        return new DemoSummary(
                tables,
                places(lake),
                day.failures(),
                shortfalls(providers, tables, quarantine, day));
    }

    // The partition of the forecasts: with bars that are behind it is not the day of the run.
    private static Optional<LocalDate> trainingDay(LocalLake lake) {
        return lake.find(TrainingSnapshot.LATEST_KEY)
                .map(SummaryReader::read)
                .map(TrainingSnapshotJson::read)
                .map(TrainingSnapshot::lastDay);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }

    private SequencedMap<String, String> places(LocalLake lake) {
        SequencedMap<String, String> places = new LinkedHashMap<>();
        places.put("lake", lake.folder().toString());
        Path outbox = state.path().resolve("outbox");
        if (Files.isDirectory(outbox)) {
            places.put("messages", outbox.toString());
        }
        places.put("logs", state.logs().toString());
        String option =
                state.path().equals(Path.of(".bellwether").toAbsolutePath())
                        ? ""
                        : " --state " + state.path();
        places.put("ask it", "./bellwether query athena-queries/top-5-price-change.sql" + option);
        return places;
    }

    private static List<String> shortfalls(
            Providers providers,
            Map<String, ResultTable> tables,
            ResultTable quarantine,
            DayProgress day) {
        List<String> shortfalls = new ArrayList<>();
        ResultTable bars = tables.getOrDefault(BARS, new ResultTable(List.of(), List.of()));
        Set<String> loaded = symbols(bars);
        Set<String> predicted =
                symbols(tables.getOrDefault("predictions", new ResultTable(List.of(), List.of())));
        for (Symbol symbol : providers.symbols()) {
            if (!loaded.contains(symbol.value())) {
                shortfalls.add(symbol + " got no bars");
            } else if (!predicted.contains(symbol.value())) {
                shortfalls.add(
                        symbol + " has no prediction: the day's one training job ran without it");
            }
        }
        day.reports().getLast().symbols().stream()
                .filter(symbol -> symbol.outcome().equals("failed"))
                .forEach(symbol -> shortfalls.add(symbol.symbol() + " failed: " + symbol.reason()));
        if (!quarantine.rows().isEmpty()) {
            shortfalls.add("%,d records are in quarantine".formatted(quarantine.rows().size()));
        }
        return List.copyOf(shortfalls);
    }

    private static Set<String> symbols(ResultTable table) {
        return table.rows().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .collect(Collectors.toSet());
    }

    /// What became of each symbol's bars.
    private static ResultTable symbols(DayProgress day) {
        return new ResultTable(
                List.of("symbol", "outcome", "last_day", "rejected"),
                day.reports().getLast().symbols().stream()
                        .map(symbol ->
                                List.<@Nullable String>of(
                                        symbol.symbol(),
                                        symbol.outcome(),
                                        symbol.lastDay(),
                                        Integer.toString(symbol.rejected())))
                        .toList());
    }

    /// What this run refused; the same record refused twice is shown once.
    private static ResultTable quarantine(LocalLake lake, Instant started) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (LocalLake.LakeObject object : lake.objects("quarantine/")) {
            if (object.modified().compareTo(FileTime.from(started)) >= 0) {
                for (JsonNode record : records(object.file())) {
                    rows.put(
                            record.path("symbol").asText() + record.path("quarantine_id").asText(),
                            List.of(
                                    record.path("source").asText(),
                                    record.path("symbol").asText(),
                                    record.path("reason").asText(),
                                    record.path("detail").asText()));
                }
            }
        }
        return new ResultTable(
                List.of("source", "symbol", "reason", "detail"),
                rows.values().stream().map(ArrayList::new).collect(Collectors.toList()));
    }

    private static List<JsonNode> records(Path file) {
        try {
            List<JsonNode> records = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                records.add(JSON.readTree(line));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }
}
