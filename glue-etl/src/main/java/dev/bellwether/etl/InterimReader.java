package dev.bellwether.etl;

import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

final class InterimReader {
    private InterimReader() {}

    static FileReading read(byte[] bytes, FileHints hints) {
        List<SourceBar> bars = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("timestamp,")) {
            return new FileReading.Unreadable("no CSV");
        }
        String[] lines = text.split("\r?\n");
        for (int i = 1; i < lines.length; i++) {
            String[] f = lines[i].split(",");
            LocalDate day = LocalDate.parse(f[0]);
            bars.add(
                    new SourceBar(
                            hints.symbol().orElseThrow(),
                            Interval.ONE_DAY,
                            day.atTime(9, 30)
                                    .atZone(dev.bellwether.market.TradingCalendar.ZONE)
                                    .toInstant(),
                            day,
                            new BigDecimal(f[1]),
                            new BigDecimal(f[2]),
                            new BigDecimal(f[3]),
                            new BigDecimal(f[4]),
                            Long.parseLong(f[5]),
                            Provider.ALPHA_VANTAGE,
                            "daily",
                            Basis.RAW));
        }
        return new FileReading.Data("csv", bars, List.of(), List.of(), List.of());
    }
}
