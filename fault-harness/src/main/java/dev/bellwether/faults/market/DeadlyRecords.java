package dev.bellwether.faults.market;

import java.nio.charset.StandardCharsets;

/// Records that make any function die, as one would that has the function run out of memory.
public final class DeadlyRecords {
    /// The beginning of their symbols. Base64 has no dash, so that no other event has it.
    static final String MARK = "CRASH-";

    private DeadlyRecords() {}

    /// Whether there is one in an event, which is JSON in UTF-8.
    public static boolean areIn(byte[] event) {
        return new String(event, StandardCharsets.UTF_8).contains(MARK);
    }
}
