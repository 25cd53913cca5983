package dev.bellwether.lake.curate;

import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of `price_cases`: a jump between two daily closes that asks for an explanation.
///
/// @param caseId the same for the same symbol and day
/// @param previousDay day of the close before
/// @param looksLike the ratio of shares it resembles, such as `2:1`; empty if none
/// @param status `open`, `explained` by an event or `confirmed-move`
/// @param closedBy what closed it, such as `split 4:1 (alphavantage)`; empty while open
/// @param closedAt knowledge time of what closed it; null while open
public record PriceCaseRow(
        String caseId,
        Symbol symbol,
        String instrumentId,
        LocalDate tradingDay,
        LocalDate previousDay,
        BigDecimal previousClose,
        BigDecimal close,
        double ratio,
        String looksLike,
        String status,
        String closedBy,
        @Nullable Instant closedAt) {}
