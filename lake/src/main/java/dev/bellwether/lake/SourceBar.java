package dev.bellwether.lake;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A bar as one provider states it. What the provider does not state is null, never guessed.
///
/// Its identity is everything but the figures: symbol, interval, start, provider, feed and basis.
/// Two with the same identity and other figures are two versions.
///
/// @param symbol what it traded as on that day
/// @param start first instant; a day's is 9:30 New York
/// @param tradingDay the exchange's date
/// @param open null if not stated, like close and volume
/// @param volume shares
/// @param feed which of the provider's feeds: `daily`, `intraday`, `chart`, `iex`, `sip`, `stream`
public record SourceBar(
        Symbol symbol,
        Interval interval,
        Instant start,
        LocalDate tradingDay,
        @Nullable BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        @Nullable BigDecimal close,
        @Nullable Long volume,
        Provider provider,
        String feed,
        Basis basis) {}
