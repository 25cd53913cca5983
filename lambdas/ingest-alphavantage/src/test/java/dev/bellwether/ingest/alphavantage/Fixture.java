package dev.bellwether.ingest.alphavantage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Recorded answers, beside the tests.
final class Fixture {
    private Fixture() {}

    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(Fixture.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading fixture " + name + " failed", e);
        }
    }
}
