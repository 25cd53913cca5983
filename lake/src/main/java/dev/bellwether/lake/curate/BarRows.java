package dev.bellwether.lake.curate;

import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Providers;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.condition.ScreenedBar;
import dev.bellwether.lake.history.Version;
import java.util.Comparator;

/// Makes rows of bars, and orders them.
final class BarRows {
    /// By symbol, interval and start; bars of several providers with the one that is believed first
    /// first; versions oldest first.
    static final Comparator<BarRow> ORDER =
            Comparator.comparing(
                            BarRow::bar,
                            Comparator.comparing(SourceBar::symbol)
                                    .thenComparing(SourceBar::interval)
                                    .thenComparing(SourceBar::start)
                                    .thenComparing(Providers.byRank())
                                    .thenComparing(SourceBar::basis))
                    .thenComparing(BarRow::version);

    private BarRows() {}

    static BarRow row(String instrumentId, Version<BarObservation> version, ScreenedBar screened) {
        return new BarRow(
                instrumentId,
                version.first().bar(),
                screened.quality(),
                screened.joinedFlags(),
                version.number(),
                version.first().knowledge(),
                version.contentHash(),
                version.first().rawKey());
    }
}
