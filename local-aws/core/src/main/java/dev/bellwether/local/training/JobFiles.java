package dev.bellwether.local.training;

import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Jobs on disk, `<folder>/<job>.json`: whole or not at all, whenever the process is killed.
record JobFiles(Path folder) {
    void write(TrainingJob job) {
        Path file = folder.resolve(job.name() + ".json");
        Path part = folder.resolve(job.name() + ".json.part");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(Json.bytes(job.toJson()));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Training job file %s could not be written".formatted(file), e);
        }
    }

    List<TrainingJob> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<TrainingJob> jobs = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                jobs.add(TrainingJob.fromJson(Json.parse(Files.readAllBytes(file))));
            }
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Training jobs in %s could not be read".formatted(folder), e);
        }
    }
}
