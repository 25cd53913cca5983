package dev.bellwether.infra;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;

/// A copy of a cloud assembly in which one property after the other is given another value.
final class ChangedTemplates {
    private static final JsonMapper JSON = new JsonMapper();

    private final Templates original;
    private final Templates copy;

    private ChangedTemplates(Templates original, Templates copy) {
        this.original = original;
        this.copy = copy;
    }

    static ChangedTemplates of(Templates original) {
        Path folder = TestFolder.create("changed");
        try (Stream<Path> files = Files.list(original.folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Copying " + original.folder() + " failed", e);
        }
        return new ChangedTemplates(original, new Templates(folder));
    }

    /// The copy as it is when nothing is changed.
    Templates unchanged() {
        return copy;
    }

    /// What comes of the assembly with another value in that place.
    <T> T with(Leaf leaf, Function<Templates, T> work) {
        Path file = copy.folder().resolve(leaf.stack() + ".template.json");
        try {
            JSON.writeValue(file.toFile(), leaf.changedIn(original.template(leaf.stack())));
            try {
                return work.apply(copy);
            } finally {
                JSON.writeValue(file.toFile(), original.template(leaf.stack()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file + " failed", e);
        }
    }
}
