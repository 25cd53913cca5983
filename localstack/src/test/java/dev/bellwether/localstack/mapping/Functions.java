package dev.bellwether.localstack.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// The two functions of all cases: one jar, two time-outs.
final class Functions {
    static final String HANDLER = PuppetHandler.class.getName();
    static final String PUPPET = "puppet";

    /// No case waits for this one: the function answers in milliseconds.
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    static final String SLOW_PUPPET = "slow-puppet";

    /// Long enough for a JVM to start in it: after a time-out, that counts.
    static final Duration SHORT_TIMEOUT = Duration.ofSeconds(3);

    private Functions() {}

    static String nameFor(MappingCase row) {
        return row.traits().slow() ? SLOW_PUPPET : PUPPET;
    }

    static byte[] jar() {
        String file = HANDLER.replace('.', '/') + ".class";
        var bytes = new ByteArrayOutputStream();
        try (InputStream code = PuppetHandler.class.getResourceAsStream("/" + file);
                var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new JarEntry(file));
            Objects.requireNonNull(code, file).transferTo(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("Packing " + file + " failed", e);
        }
        return bytes.toByteArray();
    }
}
