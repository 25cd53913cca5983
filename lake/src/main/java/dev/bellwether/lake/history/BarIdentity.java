package dev.bellwether.lake.history;

import dev.bellwether.lake.Interval;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.util.Comparator;

/// Which bar it is, whatever its figures are.
public record BarIdentity(
        Symbol symbol,
        Interval interval,
        Instant start,
        Provider provider,
        String feed,
        Basis basis)
        implements Comparable<BarIdentity> {
    private static final Comparator<BarIdentity> ORDER =
            Comparator.comparing(BarIdentity::symbol)
                    .thenComparing(BarIdentity::interval)
                    .thenComparing(BarIdentity::start)
                    .thenComparing(BarIdentity::provider)
                    .thenComparing(BarIdentity::feed)
                    .thenComparing(BarIdentity::basis);

    /// The identity of that bar.
    public static BarIdentity of(SourceBar bar) {
        return new BarIdentity(
                bar.symbol(), bar.interval(), bar.start(), bar.provider(), bar.feed(), bar.basis());
    }

    @Override
    public int compareTo(BarIdentity other) {
        return ORDER.compare(this, other);
    }
}
