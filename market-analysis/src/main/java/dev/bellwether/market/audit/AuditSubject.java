package dev.bellwether.market.audit;

import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.SeriesFacts;
import java.time.Instant;
import java.util.List;

/// Whatever says something about bars: a rule, a feature, a forecast.
@FunctionalInterface
public interface AuditSubject {
    /// What it says, oldest bar first.
    ///
    /// @param ascending bars of one series, oldest first
    /// @param facts what is known about the symbol
    List<Output> outputs(List<ClosedBar> ascending, SeriesFacts facts);

    /// What is said about one bar.
    ///
    /// @param barStart start of the bar after which it could be said
    /// @param text all of it, so that equal texts are equal outputs
    record Output(Instant barStart, String text) {}
}
