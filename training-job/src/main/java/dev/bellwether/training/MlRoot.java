package dev.bellwether.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folders that SageMaker gives a training container, `/opt/ml` there: configuration and
/// channels to read, a model and, if need be, a reason of failure to write.
public record MlRoot(Path root) {
    private static final String USUAL_ROOT = "/opt/ml";
    // SageMaker keeps the first 1,024 characters of the file as the job's FailureReason.
    private static final int MOST_REASON_CHARACTERS = 1_024;

    /// The root that `BELLWETHER_ML_ROOT` names, or else SageMaker's.
    public static MlRoot from(Map<String, String> env) {
        return new MlRoot(Path.of(env.getOrDefault("BELLWETHER_ML_ROOT", USUAL_ROOT)));
    }

    JsonNode hyperparameters() {
        Path file = config("hyperparameters.json");
        if (!Files.isRegularFile(file)) {
            throw new TrainingFailure(
                    "%s is missing: a training job is given its hyperparameters there"
                            .formatted(file));
        }
        return json(file);
    }

    /// The folder of an input channel; throws [TrainingFailure] when the job has no such channel.
    Path channel(String name) {
        Path channels = config("inputdataconfig.json");
        if (Files.isRegularFile(channels) && !json(channels).has(name)) {
            throw new TrainingFailure(
                    "Channel '%s' is missing: the job's input channels are %s"
                            .formatted(name, names(json(channels))));
        }
        Path folder = root.resolve("input/data").resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new TrainingFailure(
                    "Channel '%s' is missing: there is no folder %s".formatted(name, folder));
        }
        return folder;
    }

    /// The folder of an input channel that a job may have.
    Optional<Path> findChannel(String name) {
        Path folder = root.resolve("input/data").resolve(name);
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    /// Throws [TrainingFailure] when the job was given several machines: each would train and write
    /// everything.
    void requireOneHost() {
        Path resources = config("resourceconfig.json");
        if (Files.isRegularFile(resources) && json(resources).path("hosts").size() > 1) {
            throw new TrainingFailure(
                    "The job runs on one instance, not on %s; set the instance count to 1"
                            .formatted(json(resources).path("hosts")));
        }
    }

    /// Writes a file of the model, all of it or nothing.
    void writeModel(String name, byte[] content) {
        write(root.resolve("model").resolve(name), content);
    }

    /// Writes the reason of failure; throws [TrainingFailure] when that cannot be written either.
    void writeFailure(String reason) {
        byte[] shown = shortened(reason).getBytes(StandardCharsets.UTF_8);
        write(root.resolve("output").resolve("failure"), shown);
    }

    /// As much of a reason as SageMaker keeps.
    static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), MOST_REASON_CHARACTERS));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Path config(String name) {
        return root.resolve("input/config").resolve(name);
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new TrainingFailure(
                    "%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Reading %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }

    // A job that is killed leaves no half file: the name appears with the whole content.
    private static void write(Path file, byte[] content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try {
                Files.createDirectories(file.getParent());
                Files.write(unfinished, content);
                rename(unfinished, file);
            } finally {
                // Still there only if one of the two failed: SageMaker would pack it into the
                // model.
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new TrainingFailure("Writing %s failed: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void rename(Path unfinished, Path file) throws IOException {
        try {
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
