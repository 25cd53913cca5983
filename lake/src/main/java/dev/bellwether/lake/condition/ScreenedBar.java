package dev.bellwether.lake.condition;

import dev.bellwether.lake.SourceBar;
import java.util.List;

/// A bar with what is odd about it.
///
/// @param flags ids in the order of [dev.bellwether.market.BarFlag], `hundredfold` last
/// @param suspect whether its prices are too odd to compare other bars with
public record ScreenedBar(SourceBar bar, List<String> flags, boolean suspect) {
    public ScreenedBar {
        flags = List.copyOf(flags);
    }

    /// `ok` or `suspect`.
    public String quality() {
        return suspect ? "suspect" : "ok";
    }

    /// The flags, joined by `|`.
    public String joinedFlags() {
        return String.join("|", flags);
    }
}
