package dev.bellwether.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder that a local run keeps everything in.
///
/// @param path absolute
public record StateFolder(Path path) {
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
