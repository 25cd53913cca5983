package dev.bellwether.lake.raw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bellwether.lake.file.LabelConvention;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What is known about a file that a user imported. Its key depends on the bytes and on what the
/// user said about them, so that importing it again gives the same object.
///
/// @param symbol given by the user or stated by the file; `MULTI` of a file of several
/// @param givenSymbol whether the user gave the symbol
/// @param name the file's name, which can tell symbol and interval
/// @param labels as the user said
/// @param sha256 of the stored bytes
/// @param importedAt wall clock; never a time of knowledge
/// @param fetchedAt when the user says that the file was fetched
public record ImportDescription(
        Provider provider,
        String symbol,
        boolean givenSymbol,
        String name,
        String form,
        Optional<LabelConvention> labels,
        String sha256,
        long bytes,
        Instant importedAt,
        Optional<Instant> fetchedAt) {
    /// The symbol in the key of a file of several.
    public static final String SEVERAL = "MULTI";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int HASH_DIGITS = 12;

    /// Lake key of the bytes.
    public String bodyKey() {
        return key("body");
    }

    /// Lake key of this description.
    public String key() {
        return key("json");
    }

    private String key(String extension) {
        String identity =
                String.join(
                        "|",
                        sha256,
                        symbol,
                        name,
                        labelText().orElse(""),
                        fetchedAt.map(Instant::toString).orElse(""));
        String hash = Sha256.hex(identity.getBytes(StandardCharsets.UTF_8));
        return "raw/import/%s-%s.%s".formatted(symbol, hash.substring(0, HASH_DIGITS), extension);
    }

    private Optional<String> labelText() {
        return labels.map(convention -> convention.name().toLowerCase(Locale.ROOT));
    }

    /// UTF-8 JSON.
    public byte[] json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("source", "import");
            json.writeStringField("provider", provider.id());
            json.writeStringField("symbol", symbol);
            json.writeBooleanField("symbol_given", givenSymbol);
            json.writeStringField("name", name);
            json.writeStringField("form", form);
            json.writeStringField("labels", labelText().orElse(null));
            json.writeStringField("sha256", sha256);
            json.writeNumberField("bytes", bytes);
            json.writeStringField("imported_at", importedAt.toString());
            json.writeStringField("fetched_at", fetchedAt.map(Instant::toString).orElse(null));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a description to memory failed", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
