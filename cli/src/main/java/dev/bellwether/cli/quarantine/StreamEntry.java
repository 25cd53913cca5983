package dev.bellwether.cli.quarantine;

/// A record to be put into the stream.
record StreamEntry(String partitionKey, byte[] data) {}
