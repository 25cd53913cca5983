package dev.bellwether.stream;

/// A write that AWS did not take now and may take later, or a read that a write depends on.
final class WriteFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteFailedException(String message) {
        super(message);
    }

    WriteFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
