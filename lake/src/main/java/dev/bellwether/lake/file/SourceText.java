package dev.bellwether.lake.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A file's bytes as text: UTF-8, or UTF-16 where a byte-order mark says so; without the mark.
final class SourceText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceText() {}

    /// The text; empty if the bytes are none.
    static Optional<String> decode(byte[] bytes) {
        boolean wide =
                bytes.length >= 2
                        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        try {
            String text =
                    (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return unmarked.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(unmarked);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
