package dev.bellwether.lake.condition;

import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// A move between two raw daily closes that asks for an explanation: a jump, or a stated split that
/// the closes do not show.
///
/// @param looksLike the ratio of shares it resembles, such as `2:1`; empty if none
/// @param closing empty while the case is open
public record PriceCase(
        Symbol symbol,
        LocalDate tradingDay,
        LocalDate previousDay,
        BigDecimal previousClose,
        BigDecimal close,
        String looksLike,
        Optional<Closing> closing) {
    /// The close by the close before.
    public double ratio() {
        return close.doubleValue() / previousClose.doubleValue();
    }

    /// How far it is explained.
    public CaseStatus status() {
        return closing.map(Closing::status).orElse(CaseStatus.OPEN);
    }
}
