package dev.bellwether.cli.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/// The objects of a bucket of this machine, read as the files they are: whether a run is going on
/// or not, and without an engine.
///
/// @param folder of the bucket
record FileObjects(Path folder) implements StoredObjects {
    @Override
    public List<String> keys(String prefix) {
        Path start = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(this::key)
                    // The engine keeps unfinished uploads in dot-files.
                    .filter(key -> key.startsWith(prefix) && !key.contains("/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + start + " failed", e);
        }
    }

    private String key(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public byte[] read(String key) {
        try {
            return Files.readAllBytes(folder.resolve(key));
        } catch (NoSuchFileException e) {
            throw new NoSuchElementException(folder.resolve(key) + " is gone", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + folder.resolve(key) + " failed", e);
        }
    }
}
