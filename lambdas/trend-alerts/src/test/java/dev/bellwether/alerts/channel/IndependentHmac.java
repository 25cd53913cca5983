package dev.bellwether.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// HMAC-SHA256 after RFC 2104, without the JDK's Mac.
public final class IndependentHmac {
    private static final int BLOCK = 64;

    private IndependentHmac() {}

    public static String sha256(String key, String text) throws Exception {
        byte[] block = Arrays.copyOf(key.getBytes(UTF_8), BLOCK);
        byte[] inner = hash(xor(block, 0x36), text.getBytes(UTF_8));
        return HexFormat.of().formatHex(hash(xor(block, 0x5c), inner));
    }

    private static byte[] xor(byte[] block, int pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        return padded;
    }

    private static byte[] hash(byte[] first, byte[] second) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(first);
        return digest.digest(second);
    }
}
