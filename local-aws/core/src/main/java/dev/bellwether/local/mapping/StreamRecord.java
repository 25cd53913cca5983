package dev.bellwether.local.mapping;

import java.time.Instant;

/// A record as its function will see it.
///
/// @param arrival when the stream took it
/// @param json one element of the event's `Records`
record StreamRecord(String sequenceNumber, Instant arrival, byte[] json) {}
