package dev.bellwether.simulator;

import java.util.Random;

/// Random numbers that depend on a seed and a name only; [Random]'s sequence is specified, so they
/// are the same everywhere.
final class Seeds {
    private Seeds() {}

    static Random random(long seed, String name) {
        return new Random(mixed(seed * 0x9E3779B97F4A7C15L + name.hashCode()));
    }

    // The finalizer of SplitMix64: neighbouring seeds give unrelated sequences.
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
