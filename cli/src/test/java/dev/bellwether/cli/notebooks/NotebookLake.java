package dev.bellwether.cli.notebooks;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A lake made as a user makes one: files of providers by `import`, tables by the lake's Spark job,
/// forecasts by `predict`. The market is synthetic: ACME splits 4:1, BOLT pays dividends, CRUX has
/// a flat bar with shares and a missing day, and a week later one of ACME's bars was corrected.
final class NotebookLake {
    private static final Symbol ACME = Symbol.of("ACME");
    private static final List<Symbol> SYMBOLS = Symbol.listOf("ACME,BOLT,CRUX");
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 11, 4);
    private static final LocalDate SPLIT_DAY = LocalDate.of(2025, 8, 4);
    private static final LocalDate CORRECTED = LocalDate.of(2025, 10, 27);
    private static final LocalDate FLAT = LocalDate.of(2025, 9, 23);
    private static final LocalDate MISSING = LocalDate.of(2025, 9, 8);

    /// The clocks go back between the second and the third.
    private static final List<LocalDate> OF_MINUTES =
            Stream.of("2025-10-30", "2025-10-31", "2025-11-03", "2025-11-04")
                    .map(LocalDate::parse)
                    .toList();

    private static final int SESSIONS = 360;
    private static final int FORECASTS = 3;
    private static final int BARS_OF_A_SESSION = 78;
    private static final BigDecimal SHARES = BigDecimal.valueOf(4);
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final Pattern TOLD = Pattern.compile("^(symbol,as_of,|[A-Z]+,\\d{4}-)");

    private final SyntheticMarket market = new SyntheticMarket(7, SYMBOLS, LAST_DAY, SESSIONS);
    private final Path files;
    private final Path state;
    private final List<String> bellwether;

    /// @param bellwether how the command is started
    NotebookLake(Path files, Path state, List<String> bellwether) {
        this.files = files;
        this.state = state;
        this.bellwether = bellwether;
    }

    /// Makes the lake in a state folder that does not exist.
    void make() throws IOException {
        Files.createDirectories(files);
        Path before = files.resolve("before");
        Files.createDirectories(before);
        bellwether(
                "import",
                "--no-tables",
                "--fetched-at",
                CORRECTED + "T22:00:00Z",
                write(before, ACME, CORRECTED, "1.03"));
        List<String> imports = new ArrayList<>(List.of("import"));
        for (Symbol symbol : SYMBOLS) {
            imports.add(write(files, symbol, LAST_DAY, "1"));
        }
        imports.add(
                write(
                        "splits_ACME.csv",
                        "symbol,effective_date,split_factor\nACME,%s,4.0000\n"
                                .formatted(SPLIT_DAY)));
        imports.add(
                write(
                        "dividends_BOLT.csv",
                        "ex_dividend_date,declaration_date,record_date,payment_date,amount\n"
                                + "2025-09-15,2025-08-15,2025-09-16,2025-10-01,0.5\n"
                                + "2025-06-16,2025-05-15,2025-06-17,2025-07-01,0.5\n"
                                + "2025-03-17,None,None,None,0.5\n"));
        imports.add(write("intraday_5min_ACME.csv", minutes()));
        imports.addAll(List.of("--fetched-at", LAST_DAY + "T22:00:00Z"));
        forecasts();
        bellwether(imports.toArray(String[]::new));
    }

    /// What the training job told after each of the last days but the last one.
    private void forecasts() throws IOException {
        LocalDate day = LAST_DAY;
        for (int i = 0; i < FORECASTS; i++) {
            day = TradingCalendar.nyse().plusSessions(day, -1);
            Path folder = Files.createDirectories(files.resolve("until-" + day));
            List<String> command = new ArrayList<>(List.of("predict"));
            for (Symbol symbol : SYMBOLS) {
                command.add(write(folder, symbol, day, "1"));
            }
            command.addAll(
                    List.of("--actions", files.resolve("splits_ACME.csv").toString(), "-o", "csv"));
            Path told = lake().resolve(LakeLayout.predictionsKey(day));
            Files.createDirectories(told.getParent());
            Files.writeString(told, table(run(command)));
        }
    }

    /// The forecasts alone: the program's notes are in its output too.
    private static String table(String output) {
        return output.lines()
                .filter(line -> TOLD.matcher(line).find())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Path lake() throws IOException {
        try (Stream<Path> buckets = Files.list(state.resolve("s3"))) {
            return buckets.filter(bucket -> bucket.getFileName().toString().contains("lake"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /// Alpha Vantage's file of a symbol's days up to one of them.
    ///
    /// @param factor of the corrected day's close
    private String write(Path folder, Symbol symbol, LocalDate until, String factor)
            throws IOException {
        NavigableMap<LocalDate, OhlcvBar> bars = market.bars(symbol);
        StringBuilder csv = new StringBuilder(HEADER);
        bars.headMap(until, true)
                .descendingMap()
                .forEach((day, bar) -> csv.append(row(symbol, day, bar, factor)));
        return Files.writeString(folder.resolve("daily_%s.csv".formatted(symbol)), csv).toString();
    }

    private static String row(Symbol symbol, LocalDate day, OhlcvBar bar, String factor) {
        boolean crux = symbol.value().equals("CRUX");
        if (crux && day.equals(MISSING)) {
            return "";
        }
        boolean isBefore = symbol.equals(ACME) && day.isBefore(SPLIT_DAY);
        BigDecimal shares = isBefore ? SHARES : BigDecimal.ONE;
        BigDecimal close =
                symbol.equals(ACME) && day.equals(CORRECTED)
                        ? bar.close().multiply(new BigDecimal(factor))
                        : bar.close();
        boolean flat = crux && day.equals(FLAT);
        return "%s,%s,%s,%s,%s,%d\n"
                .formatted(
                        day,
                        price(flat ? close : bar.open(), shares),
                        price(flat ? close : bar.high().max(close), shares),
                        price(flat ? close : bar.low(), shares),
                        price(close, shares),
                        isBefore ? bar.volume() / SHARES.longValue() : bar.volume());
    }

    private static BigDecimal price(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor).setScale(4, RoundingMode.HALF_EVEN);
    }

    private String minutes() {
        Random random = new Random(13);
        StringBuilder csv = new StringBuilder(HEADER);
        for (LocalDate day : OF_MINUTES) {
            LocalDateTime start = day.atTime(LocalTime.of(9, 30));
            double price = market.bars(ACME).get(day).open().doubleValue();
            for (int i = 0; i < BARS_OF_A_SESSION; i++) {
                double open = price;
                price *= 1 + random.nextGaussian() / 1000;
                csv.append(
                        "%s,%.4f,%.4f,%.4f,%.4f,%d\n"
                                .formatted(
                                        LABEL.format(start.plusMinutes(5L * i)),
                                        open,
                                        Math.max(open, price) * 1.0003,
                                        Math.min(open, price) * 0.9997,
                                        price,
                                        10_000 + random.nextInt(80_000)));
            }
        }
        return csv.toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }

    private void bellwether(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--state", state.toString()));
        run(command);
    }

    private String run(List<String> arguments) {
        List<String> command = new ArrayList<>(bellwether);
        command.addAll(arguments);
        return Program.run(files, command).output();
    }
}
