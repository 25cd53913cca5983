package dev.bellwether.cli.endtoend;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Files in the forms of their providers, made by hand, with what real ones have: rows that no
/// market makes, prices 100 times too high, and bars on both sides of a change of the clocks.
final class HandMadeFiles {
    static final String IMPOSSIBLE = "2025-03-12,101.00,99.00,102.00,101.00,5000";
    static final String SECOND = "2025-03-13,101.10,102.00,100.00,101.40,5100";

    /// The last days before a change of the clocks and the first after it, of 2025 and of 2021.
    static final List<LocalDate> SPRING =
            List.of(LocalDate.of(2025, 3, 7), LocalDate.of(2025, 3, 10));

    static final List<LocalDate> AUTUMN =
            List.of(LocalDate.of(2021, 11, 5), LocalDate.of(2021, 11, 8));

    private static final Map<LocalDate, String> OFFSETS =
            Map.of(AUTUMN.getFirst(), "-04:00", AUTUMN.getLast(), "-05:00");

    private static final int BARS_OF_A_SESSION = 78;
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Path folder;
    private final Random random = new Random(40);
    final List<RangeBar> spring = bars(List.of("IBM"), SPRING);
    final List<RangeBar> autumn = bars(List.of("FB", "SNAP"), AUTUMN);

    HandMadeFiles(Path folder) {
        this.folder = folder;
    }

    /// Alpha Vantage's daily bars: ten sessions, of which one is 100 times too high, one is
    /// impossible and one is there twice, differently.
    Path daily() throws IOException {
        return write(
                "daily_AAPL.csv",
                String.join(
                        "\r\n",
                        "timestamp,open,high,low,close,volume",
                        "2025-03-14,101.20,102.00,100.00,101.50,5200",
                        "2025-03-13,101.00,102.00,100.00,101.30,5100",
                        SECOND,
                        IMPOSSIBLE,
                        "2025-03-11,100.60,101.50,99.50,100.80,4900",
                        "2025-03-10,100.40,101.50,99.50,100.70,4800",
                        "2025-03-07,100.30,101.50,99.50,100.60,4700",
                        "2025-03-06,10020.00,10150.00,9950.00,10050.00,4600",
                        "2025-03-05,100.20,101.50,99.50,100.40,4500",
                        "2025-03-04,100.10,101.50,99.50,100.30,4400",
                        "2025-03-03,100.00,101.50,99.50,100.20,4300",
                        ""));
    }

    /// Alpaca's bars of two of the same days: of one that Alpha Vantage has and of one it lacks.
    Path alpaca() throws IOException {
        return write(
                "bars_AAPL_1Day.json",
                """
                {"bars":[{"t":"2025-03-11T04:00:00Z","o":100.61,"h":101.51,"l":99.51,"c":100.81,"v":4901},
                {"t":"2025-03-12T04:00:00Z","o":101.01,"h":102.01,"l":99.01,"c":101.01,"v":5001}],"symbol":"AAPL","next_page_token":null}
                """);
    }

    /// The same of one exchange alone, of the day that Alpha Vantage lacks.
    Path iex() throws IOException {
        return write(
                "bars_AAPL_1Day_iex.json",
                """
                {"bars":[{"t":"2025-03-12T04:00:00Z","o":101.02,"h":102.02,"l":99.02,"c":101.02,"v":52}],"symbol":"AAPL","next_page_token":null}
                """);
    }

    /// Yahoo's chart of one of the days, restated for splits.
    Path yahoo() throws IOException {
        return write(
                "chart_AAPL.json",
                """
                {"chart":{"result":[{"meta":{"symbol":"AAPL","exchangeTimezoneName":"America/New_York","dataGranularity":"1d"},
                "timestamp":[1741786200],"indicators":{"quote":[{"open":[25.0],"high":[25.9],"low":[24.8],"close":[25.2],"volume":[20004]}]}}],"error":null}}
                """);
    }

    /// Daily bars of a symbol that no configuration names.
    Path unconfigured() throws IOException {
        return write(
                "daily_ZZZY.csv",
                "timestamp,open,high,low,close,volume\n2025-03-13,7.00,7.20,6.90,7.10,900\n2025-03-14,7.10,7.30,7.00,7.20,910\n");
    }

    /// Alpha Vantage's five-minute bars, newest first.
    Path intraday() throws IOException {
        return write(
                "intraday_5min_IBM.csv",
                "timestamp,open,high,low,close,volume\n"
                        + spring.reversed().stream()
                                .map(bar ->
                                        "%s,%s,%s,%s,%s,100\n"
                                                .formatted(
                                                        LABEL.format(bar.start()),
                                                        bar.low(),
                                                        bar.high(),
                                                        bar.low(),
                                                        bar.high()))
                                .collect(Collectors.joining()));
    }

    /// The lines of a delivery stream: high, low, time and name, no more.
    Path stream() throws IOException {
        return write(
                "delivery-stream.jsonl",
                autumn.stream()
                        .map(bar ->
                                "{\"high\": %s,\"low\": %s,\"ts\": \"%s%s\",\"name\": \"%s\"}\n"
                                        .formatted(
                                                bar.high(),
                                                bar.low(),
                                                LABEL.format(bar.start()),
                                                OFFSETS.get(bar.start().toLocalDate()),
                                                bar.symbol()))
                        .collect(Collectors.joining()));
    }

    /// Sessions of bars whose highs are few and differ in the fifth decimal: ties.
    private List<RangeBar> bars(List<String> symbols, List<LocalDate> days) {
        List<RangeBar> bars = new ArrayList<>();
        for (String symbol : symbols) {
            for (LocalDate day : days) {
                LocalDateTime start = day.atTime(LocalTime.of(9, 30));
                for (int i = 0; i < BARS_OF_A_SESSION; i++) {
                    BigDecimal high =
                            BigDecimal.valueOf(200 + random.nextInt(5))
                                    .add(BigDecimal.valueOf(random.nextInt(4), 5));
                    BigDecimal low = high.subtract(BigDecimal.valueOf(random.nextInt(300), 2));
                    bars.add(new RangeBar(symbol, start.plusMinutes(5L * i), high, low));
                }
            }
        }
        return bars;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
