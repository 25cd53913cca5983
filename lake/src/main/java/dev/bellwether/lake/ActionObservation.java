package dev.bellwether.lake;

/// One corporate action in one raw object.
///
/// @param rawKey lake key of the raw object's bytes
public record ActionObservation(CorporateAction action, Knowledge knowledge, String rawKey)
        implements Observation {}
