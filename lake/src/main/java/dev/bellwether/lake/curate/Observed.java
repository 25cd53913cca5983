package dev.bellwether.lake.curate;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All that the raw zone says about one instrument's days, in any order and any number of times.
///
/// @param daily bars of interval `1d`, of every provider, feed and basis
/// @param asked day of the oldest run that asked for its bars; empty if none did. Without any bar
///   it is the first day from which they can be expected
/// @param horizon newest day up to which bars can be expected: the newest run day or imported day
public record Observed(
        String instrumentId,
        List<BarObservation> daily,
        List<ActionObservation> actions,
        List<MoveDecision> decisions,
        Optional<LocalDate> asked,
        LocalDate horizon) {
    public Observed {
        daily = List.copyOf(daily);
        actions = List.copyOf(actions);
        decisions = List.copyOf(decisions);
    }
}
