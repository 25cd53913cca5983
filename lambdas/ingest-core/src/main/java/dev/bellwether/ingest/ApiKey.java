package dev.bellwether.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider's key. It has neither `toString` nor `equals`, so that it cannot slip into a text.
public final class ApiKey {
    private static final int MIN_LENGTH = 4;

    private final String value;
    private final @Nullable String id;

    /// A key that nobody keeps an account of.
    ///
    /// @throws IllegalArgumentException if it cannot be a key. The message does not repeat it.
    public ApiKey(String value) {
        this(null, value);
    }

    private ApiKey(@Nullable String id, String value) {
        this.id = id;
        this.value = value.strip();
        // A shorter text occurs in ordinary data, and blotting it out there would destroy prices.
        if (this.value.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "The provider key has fewer than %d characters. Store the whole key."
                            .formatted(MIN_LENGTH));
        }
        if (!this.value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "The provider key holds a character that is not visible ASCII. Store the key alone.");
        }
    }

    /// Takes the key as stored; white space around it is not part of it.
    ///
    /// @param id which version of which place holds it, such as `/bellwether/key:3`; nothing that
    ///   is computed from the key
    /// @throws IllegalArgumentException if it cannot be a key. The message does not repeat it.
    public static ApiKey stored(String id, String value) {
        return new ApiKey(id, value);
    }

    /// Where it was stored; empty if that is not known.
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /// The key itself, for building a request and for nothing else.
    public String reveal() {
        return value;
    }
}
