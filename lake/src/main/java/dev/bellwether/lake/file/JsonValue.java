package dev.bellwether.lake.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON with what a tree usually loses: the line, equal keys, and what a cut file still holds.
sealed interface JsonValue {
    /// The text's line where it begins, from 1.
    long line();

    /// Whether its end was in the file.
    boolean complete();

    /// An entry of an object.
    record Member(String name, JsonValue value) {}

    /// Names and values, in order and with repetitions.
    record Fields(long line, List<Member> members, boolean complete) implements JsonValue {
        public Fields {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return members.stream()
                    .map(member -> '"' + member.name() + "\": " + member.value())
                    .collect(Collectors.joining(", ", "{", complete ? "}" : ""));
        }
    }

    /// Values in order.
    record Items(long line, List<JsonValue> values, boolean complete) implements JsonValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream()
                    .map(JsonValue::toString)
                    .collect(Collectors.joining(", ", "[", complete ? "]" : ""));
        }
    }

    /// A string, a number as it is written, true, false or null.
    ///
    /// @param content null of null
    record Scalar(long line, @Nullable String content, boolean quoted) implements JsonValue {
        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public String toString() {
            return quoted ? '"' + String.valueOf(content) + '"' : String.valueOf(content);
        }
    }

    /// The first value of that name; empty in anything but an object that has it.
    default Optional<JsonValue> find(String name) {
        return members().stream()
                .filter(member -> member.name().equals(name))
                .map(Member::value)
                .findFirst();
    }

    /// The object of that name.
    default Optional<JsonValue> findFields(String name) {
        return find(name).filter(Fields.class::isInstance);
    }

    /// The text of the scalar of that name; empty of null too.
    default Optional<String> findText(String name) {
        return find(name).flatMap(JsonValue::text);
    }

    /// A scalar's text; empty of null and of everything else.
    default Optional<String> text() {
        return this instanceof Scalar scalar
                ? Optional.ofNullable(scalar.content())
                : Optional.empty();
    }

    /// An object's entries; none of anything else.
    default List<Member> members() {
        return this instanceof Fields fields ? fields.members() : List.of();
    }

    /// An array's values; none of anything else.
    default List<JsonValue> values() {
        return this instanceof Items items ? items.values() : List.of();
    }
}
