package dev.bellwether.etl;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes raw objects as the functions do, with synthetic series.
record RawZoneFixture(Path lake) {
    void daily(String symbol, LocalDate runDay, int days) throws IOException {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\r\n");
        Random random = new Random(symbol.hashCode());
        long price = 100_0000 + random.nextInt(50_0000);
        List<String> lines = new ArrayList<>();
        List<LocalDate> sessions =
                dev.bellwether.market.TradingCalendar.nyse()
                        .sessions(LocalDate.of(1999, 11, 1), runDay);
        for (LocalDate day :
                sessions.subList(Math.max(0, sessions.size() - days), sessions.size())) {
            long open = price + random.nextInt(10_000) - 5_000;
            price = Math.max(20_0000, price + random.nextInt(30_001) - 15_000);
            long high = Math.max(open, price) + random.nextInt(8_000);
            long low = Math.min(open, price) - random.nextInt(8_000);
            lines.add(
                    "%s,%s,%s,%s,%s,%d\r\n"
                            .formatted(
                                    day,
                                    decimal(open),
                                    decimal(high),
                                    decimal(low),
                                    decimal(price),
                                    1_000_000 + random.nextInt(9_000_000)));
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            csv.append(lines.get(i));
        }
        object(
                "raw/alphavantage/dt=%s/%s-%sT050000Z-0123456789ab"
                        .formatted(runDay, symbol, runDay.toString().replace("-", "")),
                symbol,
                runDay,
                csv.toString());
    }

    /// Three minutes of a day's session.
    void intraday(String symbol, LocalDate runDay, String day, String price) throws IOException {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\r\n");
        for (String time : List.of("09:32:00", "09:31:00", "09:30:00")) {
            csv.append(
                    "%s %s,%s,%s,%s,%s,1000\r\n".formatted(day, time, price, price, price, price));
        }
        object(
                "raw/alphavantage/dt=%s/%s-intraday".formatted(runDay, symbol),
                symbol,
                runDay,
                csv.toString());
    }

    void object(String key, String symbol, LocalDate runDay, String body) throws IOException {
        write(key + ".body", body);
        write(
                key + ".json",
                ("{\"provider\":\"alphavantage\",\"symbol\":\"%s\",\"request\":\"GET https://www.alphavantage.co/query?function=TIME_SERIES_DAILY&symbol=%s\",\"status\":200,"
                                + "\"content_type\":\"text/csv\",\"bytes\":%d,\"sha256\":\"%064d\",\"redacted\":true,\"redacted_occurrences\":1,"
                                + "\"scheduled_at\":\"%sT05:00:00Z\",\"fetched_at\":\"%sT05:00:03Z\"}")
                        .formatted(
                                symbol,
                                symbol,
                                body.length(),
                                1,
                                runDay.plusDays(1),
                                runDay.plusDays(1)));
    }

    private void write(String key, String text) throws IOException {
        Path file = lake.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static BigDecimal decimal(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }
}
