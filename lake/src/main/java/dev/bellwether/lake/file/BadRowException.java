package dev.bellwether.lake.file;

import dev.bellwether.market.QuarantineReason;

/// A row is no data; the message says why.
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final QuarantineReason reason;

    BadRowException(QuarantineReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    QuarantineReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
