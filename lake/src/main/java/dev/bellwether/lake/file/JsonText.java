package dev.bellwether.lake.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads JSON token by token, up to where it stops being JSON.
///
/// @param roots the values of the text, one after the other
/// @param cut where and why it could not be read further
record JsonText(List<JsonValue> roots, Optional<Cut> cut) {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    JsonText {
        roots = List.copyOf(roots);
    }

    /// Where reading ended before the text did, or the text before its values.
    ///
    /// @param line from 1
    record Cut(long line, String problem) {}

    static JsonText read(String text) {
        List<JsonValue> roots = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            Reader reader = new Reader(parser);
            while (reader.next()) {
                roots.add(reader.value());
            }
            return new JsonText(roots, Optional.ofNullable(reader.cut));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading JSON out of memory failed", e);
        }
    }

    private static final class Reader {
        private final JsonParser parser;
        private @Nullable Cut cut;
        private JsonToken token = JsonToken.NOT_AVAILABLE;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        /// Moves on; false at the end and at what is no JSON.
        boolean next() throws IOException {
            if (cut != null) {
                return false;
            }
            try {
                JsonToken read = parser.nextToken();
                token = read == null ? JsonToken.NOT_AVAILABLE : read;
                return read != null;
            } catch (JsonProcessingException e) {
                cut = new Cut(e.getLocation().getLineNr(), e.getOriginalMessage());
                return false;
            }
        }

        JsonValue value() throws IOException {
            long line = parser.currentTokenLocation().getLineNr();
            switch (token) {
                case START_OBJECT:
                    return fields(line);
                case START_ARRAY:
                    return items(line);
                case VALUE_NULL:
                    return new JsonValue.Scalar(line, null, false);
                default:
                    return scalar(line);
            }
        }

        private JsonValue scalar(long line) throws IOException {
            try {
                return new JsonValue.Scalar(
                        line, parser.getText(), token == JsonToken.VALUE_STRING);
            } catch (JsonProcessingException e) {
                // A string's rest is read only now.
                cut = new Cut(e.getLocation().getLineNr(), e.getOriginalMessage());
                return new JsonValue.Scalar(line, null, false);
            }
        }

        private JsonValue fields(long line) throws IOException {
            List<JsonValue.Member> members = new ArrayList<>();
            while (next() && token != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (next()) {
                    members.add(new JsonValue.Member(name, value()));
                }
            }
            return new JsonValue.Fields(line, members, ended(JsonToken.END_OBJECT));
        }

        private JsonValue items(long line) throws IOException {
            List<JsonValue> values = new ArrayList<>();
            while (next() && token != JsonToken.END_ARRAY) {
                values.add(value());
            }
            return new JsonValue.Items(line, values, ended(JsonToken.END_ARRAY));
        }

        private boolean ended(JsonToken end) {
            return cut == null && token == end;
        }
    }
}
