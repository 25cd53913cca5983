package dev.bellwether.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves to a receiver that a body is ours and when it was sent: `t=<seconds of the epoch>,v1=<hex
/// of HMAC-SHA256 of "t.body">`, the key being the shared secret.
final class Signature {
    static final String HEADER = "X-Bellwether-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(byte[] body, String secret, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(UTF_8));
            return "t=%s,v1=%s".formatted(time, HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of " + ALGORITHM, e);
        }
    }
}
