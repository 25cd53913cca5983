package dev.bellwether.lake;

/// Something that one raw object states.
public sealed interface Observation permits BarObservation, ActionObservation {
    /// Since when it is known.
    Knowledge knowledge();

    /// Lake key of the raw object's bytes.
    String rawKey();
}
