package dev.bellwether.market.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// What indicators read of a bar of any length.
record PriceBar(BigDecimal high, BigDecimal low, BigDecimal close) {
    static PriceBar of(String high, String low, String close) {
        return new PriceBar(new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
    }

    /// Bars without a range.
    static List<PriceBar> closes(String... closes) {
        return Stream.of(closes).map(close -> of(close, close, close)).toList();
    }
}
