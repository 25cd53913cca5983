package dev.bellwether.lake.raw;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Rejection;
import java.util.List;

/// What a raw object states.
///
/// @param rejections rows of it that are no data
public record RawObservations(
        List<BarObservation> bars, List<ActionObservation> actions, List<Rejection> rejections) {
    /// It states nothing.
    public static final RawObservations NONE = new RawObservations(List.of(), List.of(), List.of());

    public RawObservations {
        bars = List.copyOf(bars);
        actions = List.copyOf(actions);
        rejections = List.copyOf(rejections);
    }
}
