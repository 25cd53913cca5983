package dev.bellwether.lake.history;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What tells two versions of the same bar or action apart: the first 32 hex digits of the SHA-256
/// over its figures as text. `1.50` and `1.5` are the same figure.
public final class ContentHash {
    private static final int HEX_DIGITS = 32;
    private static final String UNSTATED = "-";

    private ContentHash() {}

    /// Over open, high, low, close and volume.
    public static String of(SourceBar bar) {
        return hash(
                String.join(
                        "|",
                        text(bar.open()),
                        text(bar.high()),
                        text(bar.low()),
                        text(bar.close()),
                        text(bar.volume())));
    }

    /// Over the ratio and its coefficient, or the amount, and the day of announcement.
    public static String of(CorporateAction action) {
        if (action instanceof SharesSplit split) {
            return hash(
                    String.join(
                            "|",
                            text(split.newShares()),
                            text(split.oldShares()),
                            text(split.coefficient()),
                            text(split.announcedDay())));
        }
        return hash(text(((CashDividend) action).amount()) + "|" + text(action.announcedDay()));
    }

    private static String text(@Nullable BigDecimal figure) {
        return figure == null ? UNSTATED : figure.stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable Object figure) {
        return figure == null ? UNSTATED : figure.toString();
    }

    private static String hash(String figures) {
        return Sha256.hex(figures.getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS);
    }
}
