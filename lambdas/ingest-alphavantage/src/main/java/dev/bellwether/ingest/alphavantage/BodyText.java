package dev.bellwether.ingest.alphavantage;

import java.nio.charset.StandardCharsets;

/// A body as text. Some recorded answers begin with a UTF-8 byte-order mark, which is no part of
/// it.
final class BodyText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BodyText() {}

    static String of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
