package dev.bellwether.cli.rules;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.store.MarketItems;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.Series;
import dev.bellwether.market.Timeframe;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The newest bars of a series in the table, as many as decide about one.
record SeriesBars(MarketItems items) {
    private static final int WINDOW = 260;

    /// Oldest first; none where the table keeps no bars of such a series.
    List<ClosedBar> newest(Series series) {
        return prefixes(series)
                .flatMap(prefix -> items.query(series.symbol().value(), prefix).stream())
                .map(SeriesBars::read)
                .toList()
                .reversed()
                .stream()
                .limit(WINDOW)
                .toList()
                .reversed();
    }

    private static Stream<String> prefixes(Series series) {
        if (series.feed().equals(Series.SAMPLED)) {
            return Stream.of("sampled#" + series.timeframe().id() + "#");
        }
        return series.timeframe() == Timeframe.ONE_DAY ? Stream.of("bar#1d#") : Stream.of();
    }

    private static ClosedBar read(Map<String, String> item) {
        try {
            LocalDate day = LocalDate.parse(item.getOrDefault("trading_day", ""));
            String start = item.get("start");
            return new ClosedBar(
                    start == null ? ClosedBar.startOf(day) : Instant.parse(start),
                    day,
                    price(item, "open"),
                    price(item, "high"),
                    price(item, "low"),
                    price(item, "close"),
                    price(item, "volume").longValueExact(),
                    Integer.parseInt(item.getOrDefault("version", "1")));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new FailedException(
                    "Item %s of %s is no bar: %s"
                            .formatted(item.get("sk"), item.get("symbol"), e.getMessage()),
                    e);
        }
    }

    private static BigDecimal price(Map<String, String> item, String name) {
        return new BigDecimal(item.getOrDefault(name, ""));
    }
}
