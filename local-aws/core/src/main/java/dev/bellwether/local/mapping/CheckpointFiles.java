package dev.bellwether.local.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Where checkpoints are kept: small files in one folder a mapping.
public interface CheckpointFiles {
    /// @throws UncheckedIOException if it is there and cannot be read
    Optional<byte[]> find(String mapping, String name);

    /// Returns when the content would survive the loss of this process, in place of what was there.
    ///
    /// @throws UncheckedIOException if that cannot be had; then the old content is still there
    void save(String mapping, String name, byte[] content);

    /// On this machine's disk.
    ///
    /// @param folder of all mappings, made when it is needed
    static CheckpointFiles in(Path folder) {
        return new CheckpointFiles() {
            @Override
            public Optional<byte[]> find(String mapping, String name) {
                Path file = folder.resolve(mapping).resolve(name);
                try {
                    return Optional.of(Files.readAllBytes(file));
                } catch (NoSuchFileException _) {
                    return Optional.empty();
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "Checkpoint %s cannot be read".formatted(file), e);
                }
            }

            @Override
            public void save(String mapping, String name, byte[] content) {
                Path file = folder.resolve(mapping).resolve(name);
                try {
                    Files.createDirectories(file.getParent());
                    replace(file, content);
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "Checkpoint %s cannot be written; its records stay unacknowledged"
                                    .formatted(file),
                            e);
                }
            }
        };
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel =
                FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(false);
        }
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
