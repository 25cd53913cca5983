package dev.bellwether.ingest.alphavantage;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One line of a daily series.
sealed interface DailyCsvRow {
    int FIELDS = 6;

    // As many digits before the point as decimal(18,6), the lake's type of a price, can hold.
    Pattern PRICE = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,30})?");

    int DECIMALS = 6;

    // Collectors write whole numbers as 15000.0 too.
    Pattern VOLUME = Pattern.compile("(-?\\d{1,18})(?:\\.0*)?");

    /// A bar.
    ///
    /// @param rounded whether a price of it had more decimals than the lake keeps
    record Accepted(OhlcvBar bar, String line, boolean rounded) implements DailyCsvRow {}

    /// No bar.
    record Refused(RefusedRow row) implements DailyCsvRow {}

    /// Reads a line; whatever is wrong with it is in the outcome.
    static DailyCsvRow read(String line, Symbol symbol) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            return refuse(
                    QuarantineReason.UNPARSABLE,
                    "%d fields instead of %d".formatted(fields.length, FIELDS),
                    line);
        }
        try {
            return read(fields, line, symbol);
        } catch (DateTimeException e) {
            return refuse(QuarantineReason.UNPARSABLE, "'%s' is no day".formatted(fields[0]), line);
        } catch (NumberFormatException e) {
            return refuse(QuarantineReason.UNPARSABLE, String.valueOf(e.getMessage()), line);
        }
    }

    private static DailyCsvRow read(String[] fields, String line, Symbol symbol) {
        LocalDate day = LocalDate.parse(fields[0]);
        BigDecimal open = price(fields[1]);
        BigDecimal high = price(fields[2]);
        BigDecimal low = price(fields[3]);
        BigDecimal close = price(fields[4]);
        long volume = volume(fields[5]);
        Optional<String> problem = OhlcvBar.findProblem(open, high, low, close, volume);
        return problem.isPresent()
                ? refuse(QuarantineReason.IMPOSSIBLE, problem.get(), line)
                : new Accepted(
                        new OhlcvBar(
                                symbol,
                                day,
                                open,
                                high,
                                low,
                                close,
                                volume,
                                Provider.ALPHA_VANTAGE),
                        line,
                        isRounded(fields));
    }

    // Series that somebody saved through binary numbers have prices such as 364.50199999999995.
    private static BigDecimal price(String field) {
        if (!PRICE.matcher(field).matches()) {
            throw new NumberFormatException("'%s' is no price".formatted(field));
        }
        BigDecimal price = new BigDecimal(field);
        if (price.scale() <= DECIMALS) {
            return price;
        }
        BigDecimal rounded = price.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static boolean isRounded(String[] fields) {
        return Stream.of(fields)
                .skip(1)
                .limit(4)
                .anyMatch(field -> new BigDecimal(field).scale() > DECIMALS);
    }

    private static long volume(String field) {
        var matched = VOLUME.matcher(field);
        if (!matched.matches()) {
            throw new NumberFormatException("'%s' is no whole number of shares".formatted(field));
        }
        return Long.parseLong(matched.group(1));
    }

    private static Refused refuse(QuarantineReason reason, String detail, String line) {
        return new Refused(new RefusedRow(reason, detail, line));
    }
}
