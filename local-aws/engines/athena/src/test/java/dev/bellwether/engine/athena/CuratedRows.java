package dev.bellwether.engine.athena;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Rows of the curated tables that are made up, always the same, with what makes questions hard:
/// splits, a listing that changed its symbol, suspect bars, versions, providers that differ, ties,
/// both ends of daylight saving time, and a symbol that nobody configured.
final class CuratedRows {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 8, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 10, 30);
    static final LocalDate SPLIT_DAY = LocalDate.of(2025, 9, 15);
    static final LocalDate RENAMED_ON = LocalDate.of(2025, 9, 1);

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    final List<Day> days = new ArrayList<>();
    final List<Day> history = new ArrayList<>();
    final List<Bar> bars = new ArrayList<>();
    private final Random random = new Random(6);

    /// A row of `daily_bars` or `daily_bars_history`.
    record Day(
            String symbol,
            String instrument,
            LocalDate day,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            @Nullable Long volume,
            String provider,
            String basis,
            boolean suspect,
            int version,
            Instant knownAt,
            BigDecimal splitFactor,
            double dividendFactor) {
        String quality() {
            return suspect ? "suspect" : "ok";
        }

        String flags() {
            return suspect ? "range-spike" : "";
        }

        private String line() {
            return String.join(
                    ",",
                    symbol,
                    instrument,
                    day.toString(),
                    open.toPlainString(),
                    high.toPlainString(),
                    low.toPlainString(),
                    close.toPlainString(),
                    volume == null ? "" : volume.toString(),
                    provider,
                    provider,
                    basis,
                    quality(),
                    flags(),
                    String.valueOf(version),
                    timestamp(knownAt),
                    "false");
        }
    }

    /// A row of `bars`.
    record Bar(
            String symbol,
            int minutes,
            Instant start,
            LocalDate day,
            BigDecimal high,
            BigDecimal low,
            String provider,
            String basis) {
        private String line() {
            return String.join(
                    ",",
                    symbol,
                    symbol,
                    minutes + "m",
                    timestamp(start),
                    day.toString(),
                    "",
                    high.toPlainString(),
                    low.toPlainString(),
                    "",
                    "",
                    provider,
                    provider,
                    basis,
                    "ok",
                    "",
                    "1",
                    timestamp(start.plusSeconds(86_400)),
                    "true",
                    day.toString());
        }
    }

    CuratedRows() {
        for (String instrument : List.of("AAPL", "META", "SPLT", "ZZZZ")) {
            addDays(instrument);
        }
        addHistory();
        // Each with its end of daylight saving between the two days, and one of long ago.
        for (String day :
                List.of("1999-11-01", "2025-03-07", "2025-03-10", "2025-10-31", "2025-11-03")) {
            addBars(LocalDate.parse(day));
        }
    }

    static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }

    /// Rows by table, as [ParquetTables] takes them.
    Map<String, List<String>> tables() {
        return Map.of(
                "daily_bars",
                days.stream()
                        .map(row ->
                                "%s,%s,%s"
                                        .formatted(
                                                row.line(),
                                                row.splitFactor().toPlainString(),
                                                row.dividendFactor()))
                        .toList(),
                "daily_bars_history",
                history.stream().map(row -> row.line() + ",hash,raw/key").toList(),
                "bars",
                bars.stream().map(Bar::line).toList(),
                "corporate_actions",
                List.of(
                        "SPLT,SPLT,split,%s,2025-08-20,4,1,4.000000000000,,alphavantage,1,2025-09-15 04:00:00.000,false,raw/a,false"
                                .formatted(SPLIT_DAY),
                        "SPLT,SPLT,split,%s,2025-08-20,4,1,4.000000000000,,alphavantage,2,2025-09-16 04:00:00.000,false,raw/b,true"
                                .formatted(SPLIT_DAY),
                        "AAPL,AAPL,dividend,2025-08-11,,,,,0.26,alphavantage,1,2025-08-12 04:00:00.000,true,raw/c,true"),
                "price_cases",
                List.of(
                        "c1,SPLT,SPLT,%s,2025-09-12,400,100,0.25,4:1,explained,split 4:1 (alphavantage),2025-09-15 04:00:00.000"
                                .formatted(SPLIT_DAY),
                        "c2,ZZZZ,ZZZZ,2025-09-16,2025-09-15,100,50,0.5004,2:1,open,,"),
                "data_condition",
                List.of(
                        "AAPL,AAPL,1d,2025-10-28,available,,1,1",
                        "AAPL,AAPL,1d,2025-10-29,available,,1,1",
                        "AAPL,AAPL,1d,2025-10-30,pending,not published yet,1,0",
                        "SPLT,SPLT,1d,2025-09-01,degraded,suspect bar,1,1",
                        "SPLT,SPLT,1d,2025-09-03,degraded,suspect bar,1,1",
                        "SPLT,SPLT,5m,2025-09-01,missing,no bars,78,0"));
    }

    private void addDays(String instrument) {
        double price = 100 + random.nextInt(200);
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
                continue;
            }
            boolean before = instrument.equals("SPLT") && day.isBefore(SPLIT_DAY);
            int shares = before ? 4 : 1;
            price *= Math.exp(random.nextGaussian() / 50);
            boolean suspect = random.nextInt(15) == 0;
            double open = price * Math.exp(random.nextGaussian() / 100) * shares;
            double close = price * shares * (suspect ? 40 : 1);
            days.add(
                    new Day(
                            instrument.equals("META") && day.isBefore(RENAMED_ON)
                                    ? "FB"
                                    : instrument,
                            instrument,
                            day,
                            money(open),
                            money(Math.max(open, close) * 1.01),
                            money(Math.min(open, close) / 1.01),
                            money(close),
                            random.nextInt(20) == 0 ? null : (long) random.nextInt(1_000_000),
                            "alphavantage",
                            "raw",
                            suspect,
                            1,
                            knownAt(day, 1),
                            before ? new BigDecimal("0.25") : BigDecimal.ONE,
                            day.isBefore(LocalDate.of(2025, 8, 11)) ? 0.998 : 1));
        }
    }

    /// Every third day was corrected twice, every fourth has a second provider that came earlier,
    /// and Yahoo's never show.
    private void addHistory() {
        for (Day row : days) {
            int versions = row.day().getDayOfMonth() % 3 == 0 ? 3 : 1;
            for (int version = 1; version <= versions; version++) {
                history.add(
                        version(row, "alphavantage", "raw", version, knownAt(row.day(), version)));
            }
            if (row.day().getDayOfMonth() % 4 == 0) {
                history.add(
                        version(
                                row,
                                "alpaca",
                                "raw",
                                1,
                                knownAt(row.day(), 1).minusSeconds(7_200)));
            }
            history.add(
                    version(row, "yahoo", "split", 1, knownAt(row.day(), 1).minusSeconds(9_000)));
        }
    }

    private Day version(Day row, String provider, String basis, int version, Instant knownAt) {
        return new Day(
                row.symbol(),
                row.instrument(),
                row.day(),
                row.open(),
                row.high(),
                row.low(),
                row.close().add(BigDecimal.valueOf(random.nextInt(100), 2)),
                row.volume(),
                provider,
                basis,
                row.suspect(),
                version,
                knownAt,
                row.splitFactor(),
                row.dividendFactor());
    }

    private static Instant knownAt(LocalDate day, int version) {
        return day.plusDays(version).atTime(LocalTime.MIDNIGHT).atZone(NEW_YORK).toInstant();
    }

    private void addBars(LocalDate day) {
        addSeries("AAPL", day, 5, "alphavantage", "raw", LocalTime.of(4, 0), 192);
        // The same hours again, adjusted and from elsewhere: must not raise the highs.
        addSeries("AAPL", day, 1, "yahoo", "split", LocalTime.of(9, 30), 390);
        addSeries("AAPL", day, 1, "alpaca", "raw", LocalTime.of(9, 30), 100);
        // Coarse bars of the day and a few fine ones: the ones that cover the hour count.
        addSeries("IBM", day, 30, "alphavantage", "raw", LocalTime.of(9, 30), 13);
        addSeries("IBM", day, 1, "alphavantage", "raw", LocalTime.of(15, 50), 10);
        addSeries("FB", day, 5, "firehose", "raw", LocalTime.of(9, 30), 78);
    }

    private void addSeries(
            String symbol,
            LocalDate day,
            int minutes,
            String provider,
            String basis,
            LocalTime first,
            int count) {
        Instant start = day.atTime(first).atZone(NEW_YORK).toInstant();
        for (int i = 0; i < count; i++) {
            // Few different highs, which differ in the fifth decimal only: ties.
            BigDecimal high =
                    BigDecimal.valueOf(100 + random.nextInt(6))
                            .add(BigDecimal.valueOf(random.nextInt(4), 5));
            bars.add(
                    new Bar(
                            symbol,
                            minutes,
                            start.plusSeconds(60L * minutes * i),
                            day,
                            high,
                            high.subtract(BigDecimal.valueOf(random.nextInt(300), 2)),
                            provider,
                            basis));
        }
    }

    private static BigDecimal money(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
