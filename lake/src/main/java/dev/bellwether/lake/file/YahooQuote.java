package dev.bellwether.lake.file;

import java.util.List;

/// The arrays of figures of one chart; they may be of different lengths.
record YahooQuote(
        List<JsonValue> open,
        List<JsonValue> high,
        List<JsonValue> low,
        List<JsonValue> close,
        List<JsonValue> volume) {
    static YahooQuote of(JsonValue result) {
        JsonValue quote =
                result.find("indicators")
                        .flatMap(indicators -> indicators.find("quote"))
                        .flatMap(quotes -> quotes.values().stream().findFirst())
                        .orElse(new JsonValue.Fields(1, List.of(), true));
        return new YahooQuote(
                array(quote, "open"),
                array(quote, "high"),
                array(quote, "low"),
                array(quote, "close"),
                array(quote, "volume"));
    }

    private static List<JsonValue> array(JsonValue quote, String name) {
        return quote.find(name).map(JsonValue::values).orElse(List.of());
    }

    int longest() {
        return List.of(open, high, low, close, volume).stream()
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    Figures figures(int i) throws BadRowException {
        return Figures.of(
                text(open, i), text(high, i), text(low, i), text(close, i), text(volume, i));
    }

    /// The figures of a place as one text.
    String record(int i) {
        return "open %s, high %s, low %s, close %s, volume %s"
                .formatted(
                        text(open, i),
                        text(high, i),
                        text(low, i),
                        text(close, i),
                        text(volume, i));
    }

    private static String text(List<JsonValue> array, int i) {
        return i < array.size() ? array.get(i).text().orElse("null") : "";
    }
}
