package dev.bellwether.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// CSV by RFC 4180 with a header and LF, as the lake's tables read it.
final class Rows {
    private static final int PRICE_DECIMALS = 4;
    private static final int FIGURE_DECIMALS = 8;

    private Rows() {}

    static byte[] csv(String header, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        rows.forEach(row ->
                csv.append(row.stream().map(Rows::field).collect(Collectors.joining(",")))
                        .append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String price(BigDecimal price) {
        return price.setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String rounded(double figure) {
        return BigDecimal.valueOf(figure)
                .setScale(FIGURE_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
