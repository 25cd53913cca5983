package dev.bellwether.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a provider answered, already redacted: nothing in it holds the key.
///
/// @param requestUrl the URL asked for, its key blotted out
/// @param status HTTP status, which says little: some providers report every failure under 200
/// @param contentType as sent, or empty
/// @param retryAfter what the provider asks callers to wait, where it says so in seconds
/// @param body the decoded bytes, its keys blotted out
/// @param redactions how often the key occurred in the body
public record HttpAnswer(
        String requestUrl,
        int status,
        String contentType,
        @Nullable Duration retryAfter,
        byte[] body,
        int redactions) {}
