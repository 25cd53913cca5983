package dev.bellwether.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Every seed that ever failed: `failed-seeds.txt`, a seed a line, and what it had found.
public final class FailedSeeds {
    private FailedSeeds() {}

    /// The seeds, in the file's order.
    public static List<Long> all() {
        try (InputStream in = FailedSeeds.class.getResourceAsStream("failed-seeds.txt")) {
            if (in == null) {
                throw new IllegalStateException("failed-seeds.txt is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Long.valueOf(line.strip().split("\\s+", 2)[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading failed-seeds.txt failed", e);
        }
    }
}
