package dev.bellwether.etl;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.curate.MoveDecision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one raw object says about one group of observations that are curated together.
record ObservedPart(
        @Nullable LocalDate horizon,
        List<BarObservation> bars,
        List<ActionObservation> actions,
        List<MoveDecision> decisions) {
    ObservedPart {
        bars = List.copyOf(bars);
        actions = List.copyOf(actions);
        decisions = List.copyOf(decisions);
    }
}
