package dev.bellwether.engine.athena;

import io.trino.filesystem.FileEntry;
import io.trino.filesystem.FileIterator;
import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystem;
import io.trino.filesystem.TrinoInputFile;
import io.trino.filesystem.TrinoOutputFile;
import io.trino.filesystem.local.LocalInputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// `s3://<bucket>/<key>` as the plain file `<root>/<bucket>/<key>`, for reading only.
///
/// As in S3, folders exist only through the objects below them: one that is not there lists
/// nothing.
final class LakeFiles implements TrinoFileSystem {
    private final Path root;

    LakeFiles(Path root) {
        this.root = root;
    }

    @Override
    public TrinoInputFile newInputFile(Location location) {
        return new LocalInputFile(location, path(location));
    }

    @Override
    public TrinoInputFile newInputFile(Location location, long length) {
        return newInputFile(location);
    }

    @Override
    public TrinoInputFile newInputFile(Location location, long length, Instant lastModified) {
        return new LocalInputFile(location, path(location), length, lastModified);
    }

    @Override
    public FileIterator listFiles(Location location) throws IOException {
        Path folder = path(location);
        if (!Files.isDirectory(folder)) {
            return FileIterator.empty();
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<FileEntry> entries = new ArrayList<>(files.size());
        for (Path file : files) {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                entries.add(
                        new FileEntry(
                                location.appendPath(slashed(folder.relativize(file))),
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant(),
                                Optional.empty()));
            } catch (NoSuchFileException _) {
                // Deleted or replaced between the listing and now, while the demo runs.
            }
        }
        return iterator(entries.iterator());
    }

    /// S3 cannot tell an empty prefix from one that never was; Trino then takes it for empty.
    @Override
    public Optional<Boolean> directoryExists(Location location) {
        return Files.isDirectory(path(location)) ? Optional.of(true) : Optional.empty();
    }

    @Override
    public Set<Location> listDirectories(Location location) throws IOException {
        Path folder = path(location);
        Set<Location> folders = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(Files::isDirectory)
                        .map(child -> location.appendPath(child.getFileName() + "/"))
                        .forEach(folders::add);
            }
        }
        return folders;
    }

    @Override
    public TrinoOutputFile newOutputFile(Location location) {
        throw new IllegalStateException(readOnly(location));
    }

    @Override
    public void deleteFile(Location location) throws IOException {
        throw new IOException(readOnly(location));
    }

    @Override
    public void deleteDirectory(Location location) throws IOException {
        throw new IOException(readOnly(location));
    }

    @Override
    public void renameFile(Location source, Location target) throws IOException {
        throw new IOException(readOnly(source));
    }

    @Override
    public void createDirectory(Location location) throws IOException {
        throw new IOException(readOnly(location));
    }

    @Override
    public void renameDirectory(Location source, Location target) throws IOException {
        throw new IOException(readOnly(source));
    }

    @Override
    public Optional<Location> createTemporaryDirectory(
            Location target, String temporaryPrefix, String relativePrefix) throws IOException {
        throw new IOException(readOnly(target));
    }

    private Path path(Location location) {
        String bucket = location.host().orElse("");
        Path bucketFolder = root.resolve(bucket).normalize();
        Path path = bucketFolder.resolve(location.path()).normalize();
        if (!location.scheme().equals(Optional.of("s3"))
                || !root.equals(bucketFolder.getParent())
                || !path.startsWith(bucketFolder)) {
            throw new IllegalArgumentException(
                    "%s is no place in a bucket; a location is s3://<bucket>/<prefix>"
                            .formatted(location));
        }
        return path;
    }

    private static String slashed(Path relative) {
        List<String> names = new ArrayList<>();
        relative.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    private static FileIterator iterator(Iterator<FileEntry> entries) {
        return new FileIterator() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public FileEntry next() {
                return entries.next();
            }
        };
    }

    private static String readOnly(Location location) {
        return "The local lake is read-only to queries: %s was not written".formatted(location);
    }
}
