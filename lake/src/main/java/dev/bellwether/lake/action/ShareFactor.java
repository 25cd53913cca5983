package dev.bellwether.lake.action;

import dev.bellwether.lake.CorporateAction.SharesSplit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// What a price is multiplied with to be a price in other shares, exactly: old shares by new ones.
record ShareFactor(BigInteger numerator, BigInteger denominator) {
    static final ShareFactor ONE = new ShareFactor(BigInteger.ONE, BigInteger.ONE);

    ShareFactor after(SharesSplit split) {
        return new ShareFactor(
                numerator.multiply(BigInteger.valueOf(split.oldShares())),
                denominator.multiply(BigInteger.valueOf(split.newShares())));
    }

    ShareFactor dividedBy(ShareFactor other) {
        return new ShareFactor(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    ShareFactor inverse() {
        return new ShareFactor(denominator, numerator);
    }

    /// The amount times the factor, to that many decimals.
    BigDecimal times(BigDecimal amount, int scale) {
        return amount.multiply(new BigDecimal(numerator))
                .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_EVEN);
    }
}
