package dev.bellwether.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which version of the code runs.
record BuildVersion(String value) {
    static BuildVersion current() {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is missing from the jar");
            }
            properties.load(in);
            return new BuildVersion(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading build.properties failed: " + e.getMessage(), e);
        }
    }
}
