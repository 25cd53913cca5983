package dev.bellwether.engine.athena;

import dev.bellwether.engine.athena.CuratedRows.Bar;
import dev.bellwether.engine.athena.CuratedRows.Day;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The answers to questions over the curated tables, by loops over the rows: what the query files
/// must give.
final class Computed {
    private static final List<String> PROVIDERS = List.of("alphavantage", "alpaca");
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private Computed() {}

    static List<String> firstLook(List<Day> days) {
        Map<String, List<Day>> bySymbol =
                days.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Day::symbol, TreeMap::new, Collectors.toList()));
        List<String> rows = new ArrayList<>();
        bySymbol.forEach((symbol, bars) -> {
            BigDecimal lowest = null;
            BigDecimal highest = null;
            BigDecimal volumes = BigDecimal.ZERO;
            int withVolume = 0;
            int suspect = 0;
            for (Day bar : bars) {
                if (bar.volume() != null) {
                    volumes =
                            volumes.add(
                                    BigDecimal.valueOf(bar.volume())
                                            .divide(bar.splitFactor(), MathContext.DECIMAL64));
                    withVolume++;
                }
                if (bar.suspect()) {
                    suspect++;
                    continue;
                }
                BigDecimal low = six(bar.low().multiply(bar.splitFactor()));
                BigDecimal high = six(bar.high().multiply(bar.splitFactor()));
                lowest = lowest == null || low.compareTo(lowest) < 0 ? low : lowest;
                highest = highest == null || high.compareTo(highest) > 0 ? high : highest;
            }
            rows.add(
                    "%s|%d|%s|%s|%s|%s|%s|%s|%d|%d"
                            .formatted(
                                    symbol,
                                    bars.size(),
                                    bars.getFirst().day(),
                                    bars.getLast().day(),
                                    six(bars.getLast().close()),
                                    lowest,
                                    highest,
                                    volumes.divide(
                                            BigDecimal.valueOf(withVolume),
                                            2,
                                            RoundingMode.HALF_UP),
                                    suspect,
                                    suspect));
        });
        return rows;
    }

    /// Gaps of all days, the largest first; `cases` by instrument and day.
    static List<String> gaps(List<Day> days, Map<String, String> cases) {
        record Gap(Day bar, Day previous, BigDecimal from, BigDecimal to) {
            BigDecimal percent(int scale) {
                return to.subtract(from)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(from, scale, RoundingMode.HALF_UP);
            }
        }
        Map<String, Day> last = new TreeMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Day bar : days) {
            if (bar.suspect()) {
                continue;
            }
            Day previous = last.put(bar.instrument(), bar);
            if (previous != null) {
                gaps.add(
                        new Gap(
                                bar,
                                previous,
                                six(previous.close().multiply(previous.splitFactor())),
                                six(bar.open().multiply(bar.splitFactor()))));
            }
        }
        return gaps.stream()
                .filter(gap -> gap.from().compareTo(gap.to()) != 0)
                .sorted(
                        Comparator.<Gap, BigDecimal>comparing(gap -> gap.percent(12).abs())
                                .reversed())
                .map(gap ->
                        "%s|%s|%s|%s|%s|%s|%s"
                                .formatted(
                                        gap.bar().symbol(),
                                        gap.bar().day(),
                                        gap.previous().day(),
                                        gap.from(),
                                        gap.to(),
                                        gap.percent(4),
                                        cases.getOrDefault(
                                                gap.bar().instrument() + gap.bar().day(), "")))
                .toList();
    }

    static List<String> knownAt(List<Day> history, Instant asOf) {
        Map<String, Day> shown = new TreeMap<>();
        for (Day row : history) {
            if (row.knownAt().isAfter(asOf) || !row.basis().equals("raw")) {
                continue;
            }
            shown.merge(
                    row.symbol() + row.day(),
                    row,
                    (a, b) -> {
                        int rank =
                                PROVIDERS.indexOf(a.provider()) - PROVIDERS.indexOf(b.provider());
                        boolean first = rank == 0 ? a.version() > b.version() : rank < 0;
                        return first ? a : b;
                    });
        }
        return shown.values().stream()
                .map(row ->
                        "%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%s|false"
                                .formatted(
                                        row.symbol(),
                                        row.day(),
                                        six(row.open()),
                                        six(row.high()),
                                        six(row.low()),
                                        six(row.close()),
                                        row.volume(),
                                        row.provider(),
                                        row.quality(),
                                        row.flags(),
                                        row.version(),
                                        CuratedRows.timestamp(row.knownAt())))
                .toList();
    }

    static List<String> hourlyHighs(List<Bar> bars) {
        // By hour, then by series in the order in which they speak for it.
        Map<String, Map<String, List<Bar>>> hours = new TreeMap<>();
        for (Bar bar : bars) {
            ZonedDateTime start = bar.start().atZone(CuratedRows.NEW_YORK);
            String hour = "%s|%s|%02d".formatted(bar.symbol(), bar.day(), start.getHour());
            int rank = PROVIDERS.indexOf(bar.provider());
            String series =
                    "%d %d %s %s %03d"
                            .formatted(
                                    bar.basis().equals("raw") ? 1 : 2,
                                    rank < 0 ? PROVIDERS.size() : rank,
                                    bar.provider(),
                                    bar.basis(),
                                    bar.minutes());
            hours.computeIfAbsent(hour, _ -> new TreeMap<>())
                    .computeIfAbsent(series, _ -> new ArrayList<>())
                    .add(bar);
        }
        List<String> rows = new ArrayList<>();
        hours.forEach((hour, series) -> {
            String best = series.keySet().iterator().next();
            for (String candidate : series.keySet()) {
                // Only of the same basis and provider does the cover count.
                if (candidate.substring(0, 3).equals(best.substring(0, 3))
                        && cover(series.get(candidate)) > cover(series.get(best))) {
                    best = candidate;
                }
            }
            rows.add(hour.replaceFirst("\\|0(\\d)$", "|$1") + "|" + range(series.get(best)));
        });
        return rows;
    }

    private static int cover(List<Bar> bars) {
        return bars.size() * bars.getFirst().minutes();
    }

    private static String range(List<Bar> bars) {
        Bar highest = bars.getFirst();
        BigDecimal lowest = four(highest.low());
        for (Bar bar : bars) {
            int compared = four(bar.high()).compareTo(four(highest.high()));
            if (compared > 0 || compared == 0 && bar.start().isBefore(highest.start())) {
                highest = bar;
            }
            lowest = lowest.min(four(bar.low()));
        }
        return "%s|%s|%s"
                .formatted(
                        four(highest.high()),
                        WALL_CLOCK.format(highest.start().atZone(CuratedRows.NEW_YORK)),
                        lowest);
    }

    static BigDecimal six(BigDecimal value) {
        return value.setScale(6, RoundingMode.HALF_UP);
    }

    private static BigDecimal four(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_UP);
    }
}
