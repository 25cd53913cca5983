package dev.bellwether.lake.file;

import dev.bellwether.market.QuarantineReason;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads amounts of dividends.
final class ActionFigures {
    private ActionFigures() {}

    /// The amount; empty of zero, which says that there was none.
    static Optional<BigDecimal> amount(String text) throws BadRowException {
        BigDecimal amount = Figures.number("dividend", text);
        if (amount.signum() < 0) {
            throw new BadRowException(
                    QuarantineReason.IMPOSSIBLE, "dividend %s is negative".formatted(text.strip()));
        }
        return Optional.of(amount).filter(it -> it.signum() > 0);
    }
}
