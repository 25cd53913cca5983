package dev.bellwether.lake;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a company does to its shares that changes their price without changing their worth.
public sealed interface CorporateAction {
    /// What the share traded as on the effective day.
    Symbol symbol();

    /// First trading day on which the price is without it: the split's or the ex-dividend day.
    LocalDate effectiveDay();

    /// When the company announced it; null if the provider does not say.
    @Nullable LocalDate announcedDay();

    /// Who stated it.
    Provider provider();

    /// New shares for old ones.
    ///
    /// @param newShares at least 1
    /// @param oldShares at least 1, other than `newShares`
    /// @param coefficient as the provider wrote it, such as 7.00000700001
    record SharesSplit(
            Symbol symbol,
            LocalDate effectiveDay,
            @Nullable LocalDate announcedDay,
            int newShares,
            int oldShares,
            BigDecimal coefficient,
            Provider provider)
            implements CorporateAction {}

    /// Cash for each share.
    ///
    /// @param amount in the listing's currency, above zero, for one share of that day
    record CashDividend(
            Symbol symbol,
            LocalDate effectiveDay,
            @Nullable LocalDate announcedDay,
            BigDecimal amount,
            Provider provider)
            implements CorporateAction {}
}
