package dev.bellwether.simulator;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Alpha Vantage's CSV form of daily bars: newest first, CRLF, four decimals.
final class AlphaVantageCsv {
    static final String HEADER = "timestamp,open,high,low,close,volume";

    private static final int DECIMALS = 4;
    private static final int COMPACT_ROWS = 100;

    private AlphaVantageCsv() {}

    static byte[] write(Collection<OhlcvBar> ascending) {
        List<OhlcvBar> newestFirst = new ArrayList<>(ascending);
        Collections.reverse(newestFirst);
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        for (OhlcvBar bar : newestFirst) {
            csv.append(bar.tradingDay());
            for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
                csv.append(',')
                        .append(price.setScale(DECIMALS, RoundingMode.UNNECESSARY).toPlainString());
            }
            csv.append(',').append(bar.volume()).append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The possible bars of a file; what cannot be read or be is left out, and of two rows of one
    /// day the first counts.
    static NavigableMap<LocalDate, OhlcvBar> read(Symbol symbol, byte[] csv) {
        NavigableMap<LocalDate, OhlcvBar> bars = new TreeMap<>();
        rows(csv).stream()
                .flatMap(row -> parse(symbol, row).stream())
                .forEach(bar -> bars.putIfAbsent(bar.tradingDay(), bar));
        return bars;
    }

    /// The answer to `outputsize=compact`: the header and the newest hundred rows, byte for byte.
    static byte[] compact(byte[] csv) {
        List<String> rows = rows(csv);
        if (rows.size() <= COMPACT_ROWS) {
            return csv;
        }
        boolean newestFirst = rows.getFirst().compareTo(rows.getLast()) > 0;
        List<String> newest =
                newestFirst
                        ? rows.subList(0, COMPACT_ROWS)
                        : rows.subList(rows.size() - COMPACT_ROWS, rows.size());
        return join(headerLine(csv), newest);
    }

    /// The rows below the header, each with its own line end.
    static List<String> rows(byte[] csv) {
        return lines(csv).stream().skip(1).filter(line -> !line.isBlank()).toList();
    }

    /// The header with its own line end.
    static String headerLine(byte[] csv) {
        return lines(csv).getFirst();
    }

    static byte[] join(String headerLine, List<String> rows) {
        return (headerLine + String.join("", rows)).getBytes(StandardCharsets.ISO_8859_1);
    }

    // ISO-8859-1 maps every byte to one character and back, so that odd bytes pass through
    // unchanged.
    private static List<String> lines(byte[] csv) {
        return List.of(new String(csv, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1));
    }

    private static Optional<OhlcvBar> parse(Symbol symbol, String row) {
        String[] fields = row.strip().split(",", -1);
        if (fields.length != HEADER.split(",", -1).length) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new OhlcvBar(
                            symbol,
                            LocalDate.parse(fields[0]),
                            new BigDecimal(fields[1]),
                            new BigDecimal(fields[2]),
                            new BigDecimal(fields[3]),
                            new BigDecimal(fields[4]),
                            new BigDecimal(fields[5]).longValueExact(),
                            Provider.ALPHA_VANTAGE));
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            // The provider serves such rows as well; only a price path cannot be made of them.
            return Optional.empty();
        }
    }
}
