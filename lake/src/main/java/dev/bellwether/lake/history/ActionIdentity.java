package dev.bellwether.lake.history;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.Comparator;

/// Which action it is, whatever its figures are.
///
/// @param kind `split` or `dividend`
public record ActionIdentity(Symbol symbol, LocalDate effectiveDay, String kind, Provider provider)
        implements Comparable<ActionIdentity> {
    private static final Comparator<ActionIdentity> ORDER =
            Comparator.comparing(ActionIdentity::symbol)
                    .thenComparing(ActionIdentity::effectiveDay)
                    .thenComparing(ActionIdentity::kind)
                    .thenComparing(ActionIdentity::provider);

    /// The identity of that action.
    public static ActionIdentity of(CorporateAction action) {
        return new ActionIdentity(
                action.symbol(),
                action.effectiveDay(),
                action instanceof SharesSplit ? "split" : "dividend",
                action.provider());
    }

    @Override
    public int compareTo(ActionIdentity other) {
        return ORDER.compare(this, other);
    }
}
