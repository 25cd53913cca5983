package dev.bellwether.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.wire.Json;
import dev.bellwether.local.wire.S3Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder `/opt/ml` of one training job.
///
/// Layout:
/// <https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-training-algo-running-container.html>
/// and <https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-training-algo-output.html>.
record MlFolder(Path root) {
    /// Lays the folder out anew: configuration, and a copy of every channel's objects.
    void layOut(JsonNode request, S3Client s3) throws IOException {
        delete();
        Path config = Files.createDirectories(root.resolve("input/config"));
        Files.createDirectories(model());
        Files.createDirectories(outputData());
        Files.createDirectories(checkpoints());
        JsonNode hyperParameters = request.path("HyperParameters");
        write(
                config.resolve("hyperparameters.json"),
                hyperParameters.isObject() ? hyperParameters : Json.object());
        write(config.resolve("inputdataconfig.json"), channels(request));
        write(config.resolve("resourceconfig.json"), resources(request));
        for (JsonNode channel : request.path("InputDataConfig")) {
            copy(channel, s3);
        }
    }

    private static ObjectNode channels(JsonNode request) {
        ObjectNode channels = Json.object();
        for (JsonNode channel : request.path("InputDataConfig")) {
            channels.putObject(channel.path("ChannelName").asText())
                    .put("TrainingInputMode", "File")
                    .put("ContentType", channel.path("ContentType").asText(""))
                    .put("S3DistributionType", "FullyReplicated")
                    .put("RecordWrapperType", "None");
        }
        return channels;
    }

    private static ObjectNode resources(JsonNode request) {
        ObjectNode resources = Json.object();
        resources.put("current_host", "algo-1");
        resources.put(
                "current_instance_type",
                request.path("ResourceConfig").path("InstanceType").asText(""));
        resources.put("current_group_name", "homogeneousCluster");
        resources.putArray("hosts").add("algo-1");
        resources.put("network_interface_name", "lo");
        return resources;
    }

    /// Objects under an S3Prefix lie below the channel's folder by what follows the prefix's last
    /// slash.
    private void copy(JsonNode channel, S3Client s3) throws IOException {
        S3Uri source =
                S3Uri.parse(channel.path("DataSource").path("S3DataSource").path("S3Uri").asText());
        Path folder =
                Files.createDirectories(
                        root.resolve("input/data").resolve(channel.path("ChannelName").asText()));
        int base = source.key().lastIndexOf('/') + 1;
        for (String key : s3.keys(source.bucket(), source.key())) {
            Path file = folder.resolve(key.substring(base)).normalize();
            Optional<byte[]> content = s3.find(source.bucket(), key);
            if (content.isPresent() && file.startsWith(folder) && !key.endsWith("/")) {
                Files.createDirectories(file.resolveSibling("."));
                Files.write(file, content.get());
            }
        }
    }

    Path model() {
        return root.resolve("model");
    }

    Path outputData() {
        return root.resolve("output/data");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /// What the container left in `output/failure`.
    Optional<String> failure() throws IOException {
        Path file = root.resolve("output/failure");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file).strip());
    }

    void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(root)) {
            deepestFirst = all.toList().reversed();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static void write(Path file, JsonNode json) throws IOException {
        Files.write(file, Json.bytes(json));
    }
}
