package dev.bellwether.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.LakeLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/// Keeps what providers answered, redacted but otherwise as it came, before anything reads it. An
/// object is never replaced: a retried run that gets the same bytes finds them there, with the time
/// at which they were first fetched.
public final class RawZone {
    private static final JsonMapper JSON = new JsonMapper();

    private final Lake lake;

    public RawZone(Lake lake) {
        this.lake = lake;
    }

    /// Stores the answer and a description of it beside it; the key of the body.
    public String store(Call call, HttpAnswer answer) {
        String sha256 = sha256(answer.body());
        String bodyKey = key(call, sha256, "body");
        lake.putIfAbsent(bodyKey, answer.body(), "application/octet-stream");
        lake.putIfAbsent(
                key(call, sha256, "json"), describe(call, answer, sha256), "application/json");
        return bodyKey;
    }

    private static String key(Call call, String sha256, String extension) {
        return LakeLayout.rawKey(
                call.provider(),
                call.runDay(),
                call.symbol(),
                call.scheduledTime(),
                sha256,
                extension);
    }

    private static byte[] describe(Call call, HttpAnswer answer, String sha256) {
        ObjectNode description =
                JSON.createObjectNode()
                        .put("source", "fetch")
                        .put("provider", call.provider().id())
                        .put("symbol", call.symbol().value())
                        .put("request", "GET " + answer.requestUrl())
                        .put("status", answer.status())
                        .put("content_type", answer.contentType())
                        .put("bytes", answer.body().length)
                        .put("sha256", sha256)
                        .put("redacted", answer.redactions() > 0)
                        .put("redacted_occurrences", answer.redactions())
                        .put("scheduled_at", call.scheduledTime().toString())
                        .put("fetched_at", call.fetchedAt().toString());
        call.keyId().ifPresent(keyId -> description.put("key_id", keyId));
        return description.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    /// Which call an answer belongs to.
    ///
    /// @param scheduledTime market time of the run, from its event
    /// @param fetchedAt wall-clock time of the call
    /// @param keyId which version of which parameter held the key that was used; never the key
    public record Call(
            Provider provider,
            Symbol symbol,
            LocalDate runDay,
            Instant scheduledTime,
            Instant fetchedAt,
            Optional<String> keyId) {}
}
