package dev.bellwether.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.infra.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.AppProps;

/// A cloud assembly, read as whoever deploys it reads it.
///
/// @param folder the CDK's output
record Templates(Path folder) {
    static final String IMAGE =
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/bellwether-training:7";

    private static final ThreadLocal<Templates> INSTEAD = new ThreadLocal<>();

    /// All three stacks, with an address and a number; synthesized once for all tests.
    static Templates whole() {
        Templates instead = INSTEAD.get();
        return instead == null ? Whole.TEMPLATES : instead;
    }

    /// Runs something for which other templates are the whole.
    static void instead(Templates other, Runnable work) {
        INSTEAD.set(other);
        try {
            work.run();
        } finally {
            INSTEAD.remove();
        }
    }

    private static final class Whole {
        static final Templates TEMPLATES =
                synthesize(
                        PlaceholderHome.create(),
                        Map.of(
                                "trainingImage", IMAGE,
                                "email", "alerts@example.com",
                                "phone", "+12025550123",
                                "sms", "on",
                                "alertFilter", "severity=warning|critical",
                                "symbols", "AAPL,MSFT"));
    }

    static Templates synthesize(Home home, Map<String, ?> context) {
        String folder = TestFolder.create("cdk-out").toString();
        return new Templates(
                Path.of(
                        InfraApp.describe(home, AppProps.builder().outdir(folder), context)
                                .synth()
                                .getDirectory()));
    }

    /// What a template declares.
    record Declared(String stack, String logicalId, JsonNode json) {
        String type() {
            return json.path("Type").asText();
        }

        /// A value by its path, like `/Target/Arn`.
        JsonNode at(String path) {
            return json.at("/Properties" + path);
        }

        String text(String path) {
            return at(path).asText();
        }
    }

    JsonNode file(String name) {
        try {
            return new JsonMapper().readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + name + " failed", e);
        }
    }

    JsonNode template(String stack) {
        return file(stack + ".template.json");
    }

    List<String> stacks() {
        return endingWith(".template.json").stream()
                .map(name -> name.replace(".template.json", ""))
                .toList();
    }

    List<String> endingWith(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + folder + " failed", e);
        }
    }

    /// Every resource of every stack.
    List<Declared> resources() {
        return stacks().stream()
                .flatMap(stack ->
                        template(stack)
                                .path("Resources")
                                .propertyStream()
                                .map(resource ->
                                        new Declared(
                                                stack, resource.getKey(), resource.getValue())))
                .toList();
    }

    List<Declared> ofType(String type) {
        return resources().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /// The one resource of a type whose logical id begins so.
    Declared only(String type, String idPrefix) {
        List<Declared> found =
                ofType(type).stream()
                        .filter(resource -> resource.logicalId().startsWith(idPrefix))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "%d resources of type %s begin with %s"
                            .formatted(found.size(), type, idPrefix));
        }
        return found.getFirst();
    }

    /// References put into words: `${Lake}`, `${Lake.Arn}`, whichever stack it is in, with the
    /// CDK's hash left out.
    String plain(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return "${" + withoutHash(value.path("Ref").asText()) + "}";
        }
        if (value.has("Fn::GetAtt")) {
            JsonNode attribute = value.path("Fn::GetAtt");
            return "${%s.%s}"
                    .formatted(withoutHash(attribute.path(0).asText()), attribute.path(1).asText());
        }
        if (value.has("Fn::ImportValue")) {
            return plain(exports().get(value.path("Fn::ImportValue").asText()));
        }
        if (value.has("Fn::Join")) {
            StringBuilder joined = new StringBuilder();
            value.path("Fn::Join").path(1).forEach(part -> joined.append(plain(part)));
            return joined.toString();
        }
        if (value.path("Fn::Sub").isTextual()) {
            return value.path("Fn::Sub").asText();
        }
        throw new AssertionError("No words for " + value);
    }

    private Map<String, JsonNode> exports() {
        Map<String, JsonNode> exports = new TreeMap<>();
        for (String stack : stacks()) {
            template(stack)
                    .path("Outputs")
                    .forEach(output ->
                            exports.put(output.at("/Export/Name").asText(), output.path("Value")));
        }
        return exports;
    }

    private static String withoutHash(String logicalId) {
        return logicalId.replaceFirst("[0-9A-F]{8}$", "");
    }
}
