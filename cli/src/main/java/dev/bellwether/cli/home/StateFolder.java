package dev.bellwether.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The folder that a local run keeps everything in.
///
/// @param path absolute
public record StateFolder(Path path) {
    /// The folder within it for what is copied out of LocalStack.
    public StateFolder ofLocalStack() {
        return new StateFolder(path.resolve("localstack"));
    }

    /// Cloud assemblies by the hash of their inputs.
    public Path synthesized() {
        return path.resolve("synth");
    }

    /// One folder a bucket, one file an object.
    public Path buckets() {
        return path.resolve("s3");
    }

    /// One file a process.
    public Path logs() {
        return path.resolve("logs");
    }

    /// Makes the folder one of that market, or checks that it is one: bars of a synthetic and of a
    /// real AAPL must not meet.
    ///
    /// @param market such as `synthetic`, `input` or `live`
    /// @return why the folder can't be used; empty when it can
    public Optional<String> findRefusal(String market) {
        Path mark = path.resolve("market");
        try {
            Files.createDirectories(path);
            if (!Files.exists(mark)) {
                Files.writeString(mark, market + "\n");
                return Optional.empty();
            }
            String before = Files.readString(mark).strip();
            return before.equals(market)
                    ? Optional.empty()
                    : Optional.of(
                            "State folder %s holds runs of another market (%s, not %s), and their bars must not be mixed. Name another folder with --state, or delete this one."
                                    .formatted(path, before, market));
        } catch (IOException e) {
            return Optional.of(
                    "State folder %s cannot be used: %s. Name another with --state."
                            .formatted(path, e));
        }
    }

    /// Whether its market's days are replayed, rather than those of the wall clock.
    public boolean replaysMarket() {
        Path mark = path.resolve("market");
        try {
            return !Files.exists(mark) || !Files.readString(mark).strip().equals("live");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + mark + " failed", e);
        }
    }

    /// Whether there was a run, or a lake was made.
    public boolean hasAssembly() {
        try {
            return Files.exists(pointer())
                    && Files.isDirectory(
                            synthesized().resolve(Files.readString(pointer()).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + pointer() + " failed", e);
        }
    }

    /// The market whose days its runs were of: empty before the first.
    public Optional<String> findMarket() {
        Path mark = path.resolve("market");
        try {
            return Files.exists(mark)
                    ? Optional.of(Files.readString(mark).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + mark + " failed", e);
        }
    }

    /// The cloud assembly that the last run was of. Throws [FailedException] when there was none.
    public Path lastAssembly() {
        try {
            Path assembly = synthesized().resolve(Files.readString(pointer()).strip());
            if (Files.isDirectory(assembly)) {
                return assembly;
            }
        } catch (IOException e) {
            throw noRun(e);
        }
        throw noRun(new IOException("the assembly it names is gone"));
    }

    /// Makes an assembly the last one.
    public void remember(Path assembly) {
        try {
            Path next =
                    Files.writeString(path.resolve("assembly.new"), assembly.getFileName() + "\n");
            Files.move(
                    next,
                    pointer(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + pointer() + " failed", e);
        }
    }

    private Path pointer() {
        return path.resolve("assembly");
    }

    private FailedException noRun(IOException cause) {
        return new FailedException(
                "There is no run under %s yet. Run ./bellwether demo --once first, or name another folder with --state."
                        .formatted(path),
                cause);
    }
}
