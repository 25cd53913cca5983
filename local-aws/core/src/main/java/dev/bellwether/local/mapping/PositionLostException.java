package dev.bellwether.local.mapping;

/// The stream does not have the asked position, and says so.
final class PositionLostException extends RuntimeException {
    PositionLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
