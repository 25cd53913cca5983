package dev.bellwether.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The folder of one job at a time, laid out as SageMaker lays out `/opt/ml`.
record MlFolder(Path root) {
    // For the model, and for OpenBLAS, which is unpacked beside the folder.
    private static final long SPARE_BYTES = 256L << 20;

    /// Lays the folder out for a job, with nothing of the one before in it.
    void layOut(TrainingRequest request, S3Channels s3) {
        delete();
        try {
            Path config = Files.createDirectories(root.resolve("input/config"));
            ObjectNode channels = new ObjectMapper().createObjectNode();
            for (String channel : request.channels().keySet()) {
                channels.putObject(channel).put("TrainingInputMode", "File");
            }
            write(config.resolve("hyperparameters.json"), request.hyperparameters());
            write(config.resolve("inputdataconfig.json"), channels);
            for (String channel : request.channels().keySet()) {
                Path folder = Files.createDirectories(root.resolve("input/data").resolve(channel));
                s3.download(request.channels().get(channel), folder, space());
            }
        } catch (IOException e) {
            throw new TrainingFailure(
                    "Laying out %s failed: %s".formatted(root, e.getMessage()), e);
        }
    }

    byte[] packedModel() {
        try {
            return TarGz.of(root.resolve("model"));
        } catch (IOException e) {
            throw new TrainingFailure("Packing the model failed: " + e.getMessage(), e);
        }
    }

    void delete() {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TrainingFailure("Emptying %s failed: %s".formatted(root, e.getMessage()), e);
        }
    }

    private long space() throws IOException {
        return Files.getFileStore(root).getUsableSpace() - SPARE_BYTES;
    }

    private static void write(Path file, JsonNode json) throws IOException {
        Files.write(file, new ObjectMapper().writeValueAsBytes(json));
    }
}
