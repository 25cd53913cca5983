package dev.bellwether.alerts;

/// An item of the table that is not of the contract's form, and will not be when it is read again.
final class MalformedItemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedItemException(String message) {
        super(message);
    }

    MalformedItemException(String message, Throwable cause) {
        super(message, cause);
    }
}
