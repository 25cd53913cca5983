package dev.bellwether.localstack.readback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.localstack.Deployment;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// A property that templates give a type of resource.
///
/// @param path names joined by dots, `[]` for the elements of a list
record Property(String type, String path) implements Comparable<Property> {
    /// What the templates of a deployed or synthesized assembly declare.
    static SortedSet<Property> declaredBy(Deployment deployment) {
        SortedSet<Property> all = new TreeSet<>();
        for (String stack : deployment.stacks()) {
            for (JsonNode resource : deployment.template(stack).path("Resources")) {
                String type = resource.path("Type").asText();
                resource.path("Properties")
                        .properties()
                        .forEach(property ->
                                collect(
                                        property.getValue(),
                                        new Property(type, property.getKey()),
                                        all));
            }
        }
        return all;
    }

    private static void collect(JsonNode value, Property at, SortedSet<Property> all) {
        if (value.isEmpty() || Intrinsics.isOne(value)) {
            all.add(at);
        } else if (value.isArray()) {
            value.forEach(element -> collect(element, new Property(at.type, at.path + "[]"), all));
        } else {
            for (Map.Entry<String, JsonNode> part : value.properties()) {
                collect(part.getValue(), new Property(at.type, at.path + "." + part.getKey()), all);
            }
        }
    }

    /// Whether this is the other or a part of it; `*` is a whole resource.
    boolean isWithin(String otherType, String otherPath) {
        return type.equals(otherType)
                && (otherPath.equals("*")
                        || path.equals(otherPath)
                        || path.startsWith(otherPath + ".")
                        || path.startsWith(otherPath + "["));
    }

    @Override
    public int compareTo(Property other) {
        return Comparator.comparing(Property::type)
                .thenComparing(Property::path)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return type + " " + path;
    }
}
