package dev.bellwether.cli.lake;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lake of a local run, read as the plain files it is.
public final class LocalLake {
    /// `<bucket>/<table>/dt=<day>`, and one folder more where a provider's name lies between.
    private static final int PARTITION_DEPTH = 4;

    private static final Pattern PARTITION = Pattern.compile("dt=(\\d{4}-\\d{2}-\\d{2})");

    /// The curated tables show all days of the calendar, however old what was imported is.
    private static final Pattern CURATED = Pattern.compile("[/\\\\]curated[/\\\\]");

    private final Path folder;

    private LocalLake(Path folder) {
        this.folder = folder;
    }

    /// The lake under a state folder. Throws [FailedException] when no run has made one yet.
    public static LocalLake of(StateFolder state) {
        return find(state).map(LocalLake::new).orElseThrow(() -> noLake(state));
    }

    private static Optional<Path> find(StateFolder state) {
        Path buckets = state.buckets();
        if (!Files.isDirectory(buckets)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(buckets)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().contains("lake"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + buckets + " failed", e);
        }
    }

    /// Whether a run has made a lake under the state folder.
    public static boolean exists(StateFolder state) {
        return find(state).isPresent();
    }

    /// The days that partitions of the state folder's lake are of, but those of curated tables;
    /// empty when it has none yet.
    public static NavigableSet<LocalDate> days(StateFolder state) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (Files.isDirectory(state.buckets())) {
            try (Stream<Path> folders = Files.walk(state.buckets(), PARTITION_DEPTH)) {
                folders.filter(folder -> !CURATED.matcher(folder.toString()).find())
                        .map(folder -> PARTITION.matcher(folder.getFileName().toString()))
                        .filter(Matcher::matches)
                        .forEach(partition -> days.add(LocalDate.parse(partition.group(1))));
            } catch (IOException e) {
                throw new UncheckedIOException("Listing " + state.buckets() + " failed", e);
            }
        }
        return days;
    }

    /// An object of the lake.
    ///
    /// @param size bytes
    public record LakeObject(String key, long size, FileTime modified, Path file) {}

    /// The objects whose keys begin with the prefix, by key.
    public List<LakeObject> objects(String prefix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(this::object)
                    .filter(object -> object.key().startsWith(prefix) && !isHidden(object.key()))
                    .sorted(Comparator.comparing(LakeObject::key))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the lake at " + folder + " failed", e);
        }
    }

    /// The file of an object.
    public Optional<Path> find(String key) {
        Path file = folder.resolve(key).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file)
                ? Optional.of(file)
                : Optional.empty();
    }

    /// The folder that holds the objects.
    public Path folder() {
        return folder;
    }

    private LakeObject object(Path file) {
        try {
            String key =
                    folder.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
            return new LakeObject(key, Files.size(file), Files.getLastModifiedTime(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file + " failed", e);
        }
    }

    // The S3 engine keeps unfinished uploads in dot-files.
    private static boolean isHidden(String key) {
        return key.startsWith(".") || key.contains("/.");
    }

    private static FailedException noLake(StateFolder state) {
        return new FailedException(
                "There is no lake under %s. Run ./bellwether demo --once first, or name another folder with --state."
                        .formatted(state.path()));
    }
}
