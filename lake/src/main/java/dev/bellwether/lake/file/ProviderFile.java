package dev.bellwether.lake.file;

import dev.bellwether.market.TradingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads files of providers as they are found: whatever the name says, the bytes tell the form.
///
/// Bars of Alpha Vantage (daily, daily adjusted and intraday, as CSV and JSON), Yahoo (chart as
/// JSON, CSV), Alpaca (pages of bars) and a delivery stream's lines; splits and dividends of Alpha
/// Vantage. What is stored of a file is these bytes, and reading them again gives the same.
public final class ProviderFile {
    /// A line that heads rows of bars, below a failure's body.
    private static final Pattern HEADER =
            Pattern.compile("(?im)^[^{\\n]*\\bopen\\b[^\\n]*\\bclose\\b");

    private final String text;
    private final FileHints hints;

    private ProviderFile(String text, FileHints hints) {
        this.text = text;
        this.hints = hints;
    }

    /// What a file says. It never fails: what cannot be read is an outcome too.
    public static FileReading read(byte[] bytes, FileHints hints) {
        Optional<String> text = SourceText.decode(bytes);
        if (text.isEmpty()) {
            return new FileReading.Unreadable("It is no UTF-8 text.");
        }
        if (text.get().isBlank()) {
            return new FileReading.Unreadable("It is empty.");
        }
        try {
            return new ProviderFile(text.get(), hints).read();
        } catch (UnreadableFileException e) {
            return new FileReading.Unreadable(e.reason());
        }
    }

    private FileReading read() throws UnreadableFileException {
        char first = text.stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return readJson();
        }
        if (first == '<') {
            return FailureBody.find(text).orElseThrow();
        }
        return readTable();
    }

    private FileReading readTable() throws UnreadableFileException {
        FileTable table = CsvTable.read(text);
        if (PriceColumns.fit(table)) {
            return TableBars.read(
                    table,
                    hints,
                    new TableBars.Meta(
                            "-csv", Optional.empty(), Optional.empty(), TradingCalendar.ZONE));
        }
        if (ActionTable.fit(table)) {
            return ActionTable.read(table, hints, Optional.empty(), "-csv");
        }
        boolean isTable = table.columns().size() > 1 && !table.rows().isEmpty();
        Optional<FileReading.ProviderFailure> failure =
                FailureBody.find(text)
                        .filter(found -> !isTable || !found.kind().equals("unknown-failure"));
        if (failure.isPresent()) {
            return failure.get();
        }
        throw new UnreadableFileException(
                "It has none of the known forms; its first line is: "
                        + Excerpt.of(text.strip().lines().findFirst().orElse("")));
    }

    private FileReading readJson() throws UnreadableFileException {
        JsonText json = JsonText.read(text);
        if (json.roots().isEmpty()) {
            throw unreadable(json);
        }
        JsonValue root = json.roots().get(0);
        if (FirehoseLines.isRow(root)) {
            return FirehoseLines.read(text, hints);
        }
        if (AlphaVantageJson.isSeries(root)) {
            return AlphaVantageJson.readSeries(json, hints);
        }
        if (YahooChart.isChart(root)) {
            return YahooChart.read(json, hints);
        }
        if (AlpacaBars.isPage(root)) {
            return AlpacaBars.read(json, hints);
        }
        if (isActions(root)) {
            return ActionTable.read(
                    AlphaVantageJson.records(json), hints, root.findText("symbol"), "-json");
        }
        Optional<FileReading.ProviderFailure> failure = FailureBody.find(root);
        if (failure.isPresent()) {
            return HEADER.matcher(text).find() ? readTable() : failure.get();
        }
        throw unreadable(json);
    }

    private static boolean isActions(JsonValue root) {
        Optional<JsonValue> data = root.find("data").filter(JsonValue.Items.class::isInstance);
        if (data.isEmpty()) {
            return false;
        }
        List<JsonValue> values = data.get().values();
        return values.isEmpty()
                ? root.findText("symbol").isPresent()
                : values.get(0).find("effective_date").isPresent()
                        || values.get(0).find("ex_dividend_date").isPresent();
    }

    private static UnreadableFileException unreadable(JsonText json) {
        String names =
                json.roots().stream()
                        .limit(1)
                        .flatMap(root -> root.members().stream())
                        .map(JsonValue.Member::name)
                        .limit(5)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
        return new UnreadableFileException(
                json.cut()
                        .map(cut ->
                                "It is no JSON, or cut off, at line %d: %s"
                                        .formatted(cut.line(), Excerpt.of(cut.problem())))
                        .orElse(
                                "It is JSON of none of the known forms; its names are: "
                                        + Excerpt.of(names)));
    }
}
