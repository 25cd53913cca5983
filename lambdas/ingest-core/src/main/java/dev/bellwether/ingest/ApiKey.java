package dev.bellwether.ingest;

/// A provider's key. It has neither `toString` nor `equals`, so that it cannot slip into a text.
public final class ApiKey {
    private static final int MIN_LENGTH = 4;

    private final String value;

    /// Takes the key as stored; white space around it is not part of it.
    ///
    /// @throws IllegalArgumentException if it cannot be a key. The message does not repeat it.
    public ApiKey(String value) {
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

    /// The key itself, for building a request and for nothing else.
    public String reveal() {
        return value;
    }
}
