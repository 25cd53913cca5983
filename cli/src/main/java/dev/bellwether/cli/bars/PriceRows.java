package dev.bellwether.cli.bars;

import dev.bellwether.market.Timeframe;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Makes bars of a file's rows.
final class PriceRows {
    private static final List<String> DATES =
            List.of("timestamp", "date", "datetime", "trading_day");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]00:00(:00)?$");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final BigDecimal MOST_SHARES = BigDecimal.valueOf(Long.MAX_VALUE);

    private final FileTable table;
    private final Timeframe timeframe;
    private final int date;
    private final int close;
    private final OptionalInt open;
    private final OptionalInt high;
    private final OptionalInt low;
    private final OptionalInt volume;

    private PriceRows(FileTable table, Timeframe timeframe) throws BadFileException {
        this.table = table;
        this.timeframe = timeframe;
        this.date = require(table, "date", DATES);
        this.close = require(table, "close", List.of("close"));
        this.open = table.find(List.of("open"));
        this.high = table.find(List.of("high"));
        this.low = table.find(List.of("low"));
        this.volume = table.find(List.of("volume"));
    }

    /// The rows in the file's order.
    static List<PriceRow> read(FileTable table, Timeframe timeframe) throws BadFileException {
        var reader = new PriceRows(table, timeframe);
        List<PriceRow> rows = new ArrayList<>(table.rows().size());
        for (FileTable.Row row : table.rows()) {
            rows.add(reader.read(row));
        }
        return rows;
    }

    private static int require(FileTable table, String what, List<String> names)
            throws BadFileException {
        return table.find(names)
                .orElseThrow(() ->
                        new BadFileException(
                                table.file(),
                                "is no file of prices: it has no column %s (%s), only %s"
                                        .formatted(
                                                what,
                                                String.join(", ", names),
                                                FailureBody.excerpt(
                                                        String.join(", ", table.columns())))));
    }

    private PriceRow read(FileTable.Row row) throws BadFileException {
        BigDecimal price = number(row, close);
        if (price.signum() <= 0) {
            throw bad(row, close, "a close is above zero");
        }
        Optional<BigDecimal> opened = optional(row, open);
        Optional<BigDecimal> highest = optional(row, high);
        Optional<BigDecimal> lowest = optional(row, low);
        Optional<BigDecimal> traded = optional(row, volume);
        return new PriceRow(
                row.line(),
                time(row),
                price,
                opened.isPresent() && highest.isPresent() && lowest.isPresent()
                        ? Optional.of(
                                new PriceRow.Prices(opened.get(), highest.get(), lowest.get()))
                        : Optional.empty(),
                traded.isEmpty() ? Optional.empty() : Optional.of(shares(row, traded.get())));
    }

    private long shares(FileTable.Row row, BigDecimal traded) throws BadFileException {
        if (traded.abs().compareTo(MOST_SHARES) > 0) {
            throw bad(row, volume.orElseThrow(), "nobody trades that many shares");
        }
        return traded.longValue();
    }

    private Optional<BigDecimal> optional(FileTable.Row row, OptionalInt column)
            throws BadFileException {
        return column.isEmpty() || row.cells().get(column.getAsInt()).isEmpty()
                ? Optional.empty()
                : Optional.of(number(row, column.getAsInt()));
    }

    private BigDecimal number(FileTable.Row row, int column) throws BadFileException {
        String text = row.cells().get(column);
        if (!NUMBER.matcher(text).matches()) {
            throw bad(row, column, "that is no number");
        }
        return new BigDecimal(text);
    }

    private LocalDateTime time(FileTable.Row row) throws BadFileException {
        String text = row.cells().get(date);
        try {
            if (timeframe == Timeframe.ONE_DAY) {
                return LocalDate.parse(MIDNIGHT.matcher(text).replaceFirst("")).atStartOfDay();
            }
            LocalDateTime time = LocalDateTime.parse(text.replace('T', ' '), TIME);
            if (TradingCalendar.ZONE.getRules().getValidOffsets(time).isEmpty()) {
                throw bad(row, date, "New York's clocks are put forward over that time");
            }
            return time;
        } catch (DateTimeException _) {
            throw bad(row, date, hint(text));
        }
    }

    private String hint(String text) {
        boolean hasTime = text.length() > "2020-01-31".length() && text.contains(":");
        if (timeframe == Timeframe.ONE_DAY) {
            return hasTime
                    ? "that is no day such as 2020-01-31; bars of minutes need --timeframe 1m, 5m or 15m"
                    : "that is no day such as 2020-01-31";
        }
        return hasTime
                ? "that is no time such as 2020-01-31 09:30:00"
                : "that is no time such as 2020-01-31 09:30:00; bars of days need --timeframe 1d";
    }

    private BadFileException bad(FileTable.Row row, int column, String problem) {
        return new BadFileException(
                table.file(),
                "line %d, column %s, '%s': %s"
                        .formatted(
                                row.line(),
                                table.columns().get(column),
                                FailureBody.excerpt(row.cells().get(column)),
                                problem));
    }
}
