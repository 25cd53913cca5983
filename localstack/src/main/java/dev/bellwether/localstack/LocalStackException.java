package dev.bellwether.localstack;

/// LocalStack cannot be had, or has gone. The message says what happened and what to do.
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The message is for the user.
    public LocalStackException(String message) {
        super(message);
    }

    /// The message is for the user; the cause for whoever looks into it.
    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
