package dev.bellwether.lake;

/// One bar in one raw object.
///
/// @param rawKey lake key of the raw object's bytes
public record BarObservation(SourceBar bar, Knowledge knowledge, String rawKey)
        implements Observation {}
