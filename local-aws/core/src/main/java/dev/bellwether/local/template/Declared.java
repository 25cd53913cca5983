package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// One resource with its name and its resolved properties, and readers that name what is missing.
record Declared(Place place, String type, String name, JsonNode properties) {
    String stack() {
        return place.stack().name();
    }

    String logicalId() {
        return place.resource();
    }

    /// Value of the attribute `Arn`, or of `Ref` where that is the ARN.
    String arn() {
        return References.attribute(type, name, "Arn")
                .orElseThrow(() -> place.error("has no ARN known here"));
    }

    JsonNode property(String dotted) {
        return properties.at("/" + dotted.replace('.', '/'));
    }

    String text(String dotted) {
        return find(dotted).orElseThrow(() -> place.at(dotted).error("is missing"));
    }

    Optional<String> find(String dotted) {
        JsonNode node = property(dotted);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    OptionalInt findInteger(String dotted) {
        Optional<String> text = find(dotted);
        try {
            return text.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(text.get()));
        } catch (NumberFormatException e) {
            throw place.at(dotted).error("should be a number, but is %s", text.get());
        }
    }

    int integer(String dotted, int otherwise) {
        return findInteger(dotted).orElse(otherwise);
    }

    Duration seconds(String dotted, int otherwise) {
        return Duration.ofSeconds(integer(dotted, otherwise));
    }

    boolean flag(String dotted) {
        return property(dotted).asBoolean(false);
    }
}
