package dev.bellwether.lake.condition;

import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;

/// Another provider's series of the same instrument.
///
/// @param closes that are not suspect, by trading day
public record SecondOpinion(
        Provider provider, String feed, Basis basis, NavigableMap<LocalDate, KnownClose> closes) {
    private static final double ALIKE_WITHIN = 0.05;

    /// A close.
    ///
    /// @param knownAt since when that version of it is known
    public record KnownClose(BigDecimal close, Instant knownAt) {}

    /// Whether the series moves alike over the same two days, and so shows that prices moved.
    ///
    /// Closes that are restated for splits do if they move by `restatedRatio`. Raw closes show a
    /// split's jump too: they count only where the jump looks like none.
    ///
    /// @param restatedRatio the move in question after the splits that are known
    Optional<Closing> findConfirmation(
            LocalDate previousDay, LocalDate day, double restatedRatio, String looksLike) {
        KnownClose before = closes.get(previousDay);
        KnownClose after = closes.get(day);
        if (before == null || after == null || basis == Basis.RAW && !looksLike.isEmpty()) {
            return Optional.empty();
        }
        double ratio = after.close().doubleValue() / before.close().doubleValue();
        if (Math.abs(ratio / restatedRatio - 1) > ALIKE_WITHIN) {
            return Optional.empty();
        }
        return Optional.of(
                new Closing(
                        CaseStatus.CONFIRMED_MOVE,
                        "%s closes of %s".formatted(basis.id(), provider.id()),
                        after.knownAt().isAfter(before.knownAt())
                                ? after.knownAt()
                                : before.knownAt()));
    }
}
