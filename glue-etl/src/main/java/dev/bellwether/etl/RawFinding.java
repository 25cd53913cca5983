package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one raw object says.
///
/// @param symbol whose object it is
/// @param horizon newest day up to which bars can be expected because of it; null if it tells none
/// @param rejections what is to be put into quarantine because of it
/// @param trouble why nothing could be made of it; empty if something was
record RawFinding(
        Symbol symbol,
        @Nullable LocalDate horizon,
        List<BarObservation> bars,
        List<ActionObservation> actions,
        List<MoveDecision> decisions,
        List<QuarantineRecord> rejections,
        String trouble) {
    RawFinding {
        bars = List.copyOf(bars);
        actions = List.copyOf(actions);
        decisions = List.copyOf(decisions);
        rejections = List.copyOf(rejections);
    }
}
