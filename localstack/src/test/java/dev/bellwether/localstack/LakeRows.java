package dev.bellwether.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a lake holds, without what differs from run to run: keys that name sequence numbers, and
/// the instants at which something was fetched or trained.
///
/// @param bars daily files by name
/// @param quotes one line each, sorted; a line that lies in two objects is here twice
/// @param alerts objects by key
/// @param quarantine one row each, sorted
/// @param results predictions and scores by key
/// @param curated keys of the curated tables' files
record LakeRows(
        Map<String, String> bars,
        List<String> quotes,
        Map<String, String> alerts,
        List<String> quarantine,
        Map<String, String> results,
        Set<String> curated) {
    /// `record` holds what was refused; the others name the run's own time, place and sequence
    /// number.
    private static final Set<String> OF_THE_RUN =
            Set.of("quarantine_id", "raw_key", "observed_at", "detail");

    /// Reads the one lake below a folder of buckets.
    static LakeRows of(Path buckets) {
        Map<String, String> bars = new TreeMap<>();
        List<String> quotes = new ArrayList<>();
        Map<String, String> alerts = new TreeMap<>();
        List<String> quarantine = new ArrayList<>();
        Map<String, String> results = new TreeMap<>();
        Set<String> curated = new TreeSet<>();
        Path lake = lakeBelow(buckets);
        try (Stream<Path> files = Files.walk(lake)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String key = lake.relativize(file).toString();
                switch (key.split("/", -1)[0]) {
                    case "bars" -> bars.put(key, Files.readString(file));
                    case "quotes" -> quotes.addAll(Files.readAllLines(file));
                    case "alerts" -> alerts.put(key, Files.readString(file));
                    case "quarantine" ->
                            Files.readAllLines(file).forEach(line -> quarantine.add(row(line)));
                    case "curated" -> curated.add(key);
                    case "predictions", "scores" -> results.put(key, withoutInstants(file));
                    default -> {
                        // raw bodies and models: bars, quarantine and predictions come of them
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the lake at " + lake + " failed", e);
        }
        return new LakeRows(
                bars,
                quotes.stream().sorted().toList(),
                alerts,
                quarantine.stream().sorted().toList(),
                results,
                curated);
    }

    private static Path lakeBelow(Path buckets) throws UncheckedIOException {
        try (Stream<Path> folders = Files.list(buckets)) {
            return folders.filter(folder -> folder.getFileName().toString().contains("lake"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + buckets + " failed", e);
        }
    }

    private static String row(String line) {
        JsonNode row = Json.parse(line);
        return Json.text(((ObjectNode) row).remove(OF_THE_RUN));
    }

    /// The column `created_at`, the last one, is when the job ran.
    private static String withoutInstants(Path csv) throws IOException {
        return Files.readString(csv).replaceAll(",\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "");
    }
}
