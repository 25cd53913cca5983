package dev.bellwether.market.indicator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Folders of real series below the one that `-Dbellwether.data=DIR` names.
enum RealSeries {
    ALPHA_VANTAGE_DAILY("alphavantage/daily"),
    ALPHA_VANTAGE_DAILY_COMPACT("alphavantage/daily-compact"),
    ALPHA_VANTAGE_INTRADAY("alphavantage/intraday"),
    YAHOO_CHART("yahoo"),
    YAHOO_CSV("yahoo-csv");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String folder;

    RealSeries(String folder) {
        this.folder = folder;
    }

    /// The series of each file, oldest bar first; without a folder the running test is skipped, and
    /// says so.
    Map<String, List<PriceBar>> readOrSkip(String test) throws IOException {
        String root = System.getProperty("bellwether.data", "");
        if (root.isEmpty()) {
            skip(test, "no folder of real series given (-Dbellwether.data=DIR)");
        }
        Path path = Path.of(root, folder);
        if (!Files.isDirectory(path)) {
            skip(test, "-Dbellwether.data=" + root + " has no folder " + folder);
        }
        Map<String, List<PriceBar>> series = new TreeMap<>();
        try (Stream<Path> files = Files.list(path)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> series.put(folder + "/" + file.getFileName(), read(file)));
        }
        return series;
    }

    private static void skip(String test, String missing) {
        System.out.println("Skipped " + test + ": " + missing);
        Assumptions.abort(missing);
    }

    private static List<PriceBar> read(Path file) {
        try {
            if (file.toString().endsWith(".csv")) {
                return csv(file);
            }
            JsonNode json = JSON.readTree(file.toFile());
            return json.has("chart") ? yahooChart(json) : alphaVantage(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }

    /// Of either provider: they differ in the case of the header alone. Times sort as text.
    private static List<PriceBar> csv(Path file) throws IOException {
        Map<String, PriceBar> bars = new TreeMap<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> {
                boolean yahoo = row.getHeader().contains("Date");
                bars.put(
                        row.getField(yahoo ? "Date" : "timestamp"),
                        PriceBar.of(
                                row.getField(yahoo ? "High" : "high"),
                                row.getField(yahoo ? "Low" : "low"),
                                row.getField(yahoo ? "Close" : "close")));
            });
        }
        return List.copyOf(bars.values());
    }

    private static List<PriceBar> alphaVantage(JsonNode json) {
        Map<String, PriceBar> bars = new TreeMap<>();
        json.properties().stream()
                .filter(part -> part.getKey().startsWith("Time Series"))
                .flatMap(part -> part.getValue().properties().stream())
                .forEach(bar ->
                        bars.put(
                                bar.getKey(),
                                PriceBar.of(
                                        bar.getValue().required("2. high").asText(),
                                        bar.getValue().required("3. low").asText(),
                                        bar.getValue().required("4. close").asText())));
        return List.copyOf(bars.values());
    }

    /// A minute without a trade is null in every list and no bar; a day without trading has no
    /// list.
    private static List<PriceBar> yahooChart(JsonNode json) {
        JsonNode quote = json.at("/chart/result/0/indicators/quote/0");
        List<PriceBar> bars = new ArrayList<>();
        for (int i = 0; i < quote.path("close").size(); i++) {
            if (!quote.path("close").path(i).isNull()) {
                bars.add(
                        new PriceBar(
                                quote.path("high").path(i).decimalValue(),
                                quote.path("low").path(i).decimalValue(),
                                quote.path("close").path(i).decimalValue()));
            }
        }
        return bars;
    }
}
