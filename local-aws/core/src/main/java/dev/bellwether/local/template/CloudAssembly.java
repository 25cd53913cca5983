package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The folder that `cdk synth` writes: stacks in the order in which they would be deployed, and
/// their file assets.
record CloudAssembly(List<StackSource> stacks) {
    /// One stack's template as synthesized, intrinsics and all.
    ///
    /// @param assets file of each asset by the key of the object it is uploaded to
    record StackSource(String name, JsonNode template, Map<String, Path> assets) {
        JsonNode resource(String logicalId) {
            return template.path("Resources").path(logicalId);
        }
    }

    static CloudAssembly read(Path folder) {
        Path manifest = folder.resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            throw new TemplateException(
                    "%s holds no manifest.json, so it is no synthesized cloud assembly; run `cdk synth` first"
                            .formatted(folder));
        }
        JsonNode artifacts = json(manifest).path("artifacts");
        List<StackSource> stacks = new ArrayList<>();
        for (String id : inDependencyOrder(artifacts)) {
            JsonNode artifact = artifacts.path(id);
            switch (artifact.path("type").asText()) {
                case "aws:cloudformation:stack" ->
                        stacks.add(stack(folder, id, artifact, artifacts));
                case "cdk:cloud-assembly" -> // a stage: an assembly in a folder of its own
                        stacks.addAll(
                                read(folder.resolve(
                                                artifact.path("properties")
                                                        .path("directoryName")
                                                        .asText()))
                                        .stacks());
                default -> {
                    // asset manifests are read with their stack; construct trees and reports
                    // declare nothing
                }
            }
        }
        return new CloudAssembly(List.copyOf(stacks));
    }

    private static StackSource stack(
            Path folder, String id, JsonNode artifact, JsonNode artifacts) {
        JsonNode properties = artifact.path("properties");
        Map<String, Path> assets = new LinkedHashMap<>();
        for (JsonNode dependency : artifact.path("dependencies")) {
            JsonNode candidate = artifacts.path(dependency.asText());
            if (candidate.path("type").asText().equals("cdk:asset-manifest")) {
                Path file = folder.resolve(candidate.path("properties").path("file").asText());
                assets.putAll(assets(folder, json(file)));
            }
        }
        return new StackSource(
                properties.path("stackName").asText(id),
                json(folder.resolve(properties.path("templateFile").asText())),
                Map.copyOf(assets));
    }

    private static Map<String, Path> assets(Path folder, JsonNode assetManifest) {
        Map<String, Path> assets = new LinkedHashMap<>();
        for (JsonNode file : assetManifest.path("files")) {
            String path = file.path("source").path("path").asText();
            for (JsonNode destination : file.path("destinations")) {
                assets.put(
                        destination.path("objectKey").asText(), folder.resolve(path).normalize());
            }
        }
        return assets;
    }

    private static Set<String> inDependencyOrder(JsonNode artifacts) {
        Set<String> ordered = new LinkedHashSet<>();
        artifacts
                .fieldNames()
                .forEachRemaining(id -> visit(id, artifacts, ordered, new LinkedHashSet<>()));
        return ordered;
    }

    private static void visit(
            String id, JsonNode artifacts, Set<String> ordered, Set<String> above) {
        if (ordered.contains(id)) {
            return;
        }
        if (!above.add(id)) {
            throw new TemplateException(
                    "The artifacts %s depend on each other in a circle".formatted(above));
        }
        for (JsonNode dependency : artifacts.path(id).path("dependencies")) {
            visit(dependency.asText(), artifacts, ordered, above);
        }
        above.remove(id);
        ordered.add(id);
    }

    private static JsonNode json(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new TemplateException(
                    "The cloud assembly's file %s cannot be read".formatted(file), e);
        }
    }
}
