package dev.bellwether.cli.endtoend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a five-minute bar's file says of it: New York's wall clock, high and low.
record RangeBar(String symbol, LocalDateTime start, BigDecimal high, BigDecimal low) {
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    /// What `hourly-highs.sql` must give: by the wall clock of the files alone, no zone is asked.
    static List<String> hourlyHighs(List<RangeBar> bars) {
        Map<String, List<RangeBar>> hours =
                bars.stream()
                        .collect(
                                Collectors.groupingBy(
                                        bar ->
                                                "%s|%s|%02d"
                                                        .formatted(
                                                                bar.symbol(),
                                                                bar.start().toLocalDate(),
                                                                bar.start().getHour()),
                                        TreeMap::new,
                                        Collectors.toList()));
        return hours.values().stream().map(RangeBar::hour).toList();
    }

    private static String hour(List<RangeBar> bars) {
        RangeBar highest =
                bars.stream()
                        .max(
                                Comparator.<RangeBar, BigDecimal>comparing(bar -> four(bar.high()))
                                        .thenComparing(RangeBar::start, Comparator.reverseOrder()))
                        .orElseThrow();
        BigDecimal lowest =
                bars.stream()
                        .map(bar -> four(bar.low()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return "%s|%s|%d|%s|%s|%s"
                .formatted(
                        highest.symbol(),
                        highest.start().toLocalDate(),
                        highest.start().getHour(),
                        four(highest.high()),
                        WALL_CLOCK.format(highest.start()),
                        lowest);
    }

    private static BigDecimal four(BigDecimal price) {
        return price.setScale(4, RoundingMode.HALF_UP);
    }
}
